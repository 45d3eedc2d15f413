// What nothing can be faster than here: Fastify that answers a constant, and ws that sends a constant text to all.
import { fastify } from 'fastify';
import { WebSocketServer } from 'ws';

const answer = { id: '1', content: 'x'.repeat(900) };
const app = fastify();
app.post('/message', () => answer);
app.post('/event', () => {
  for (const client of sockets.clients)
    client.send(JSON.stringify({ op: 0, t: 'MESSAGE_CREATE', s: 1, d: answer }));
  return answer;
});
await app.listen({ port: 0, host: '127.0.0.1' });
const sockets = new WebSocketServer({ server: app.server, perMessageDeflate: false });
process.stdout.write(`ready at http://127.0.0.1:${app.server.address().port}\n`);
