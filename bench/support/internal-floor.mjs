// The floor under the internal API: bare Fastify with a JSON schema, a bearer check and one insert by the driver.
import { timingSafeEqual } from 'node:crypto';
import { fastify } from 'fastify';
import { MongoClient } from 'mongodb';
import { v7 as uuidv7 } from 'uuid';

const [, , uri, secret] = process.argv;
const client = await new MongoClient(uri).connect();
const events = client.db().collection('floor_events');
const expected = Buffer.from(`Bearer ${secret}`);
const app = fastify();
app.addHook('onRequest', (request, reply, done) => {
  const given = Buffer.from(request.headers.authorization ?? '');
  if (given.length === expected.length && timingSafeEqual(given, expected)) done();
  else void reply.code(403).send({ error: 'Invalid internal API secret' });
});
app.get('/internal/health', () => ({ status: 'healthy', service: 'website-backend', version: '0' }));
const body = {
  type: 'object',
  required: ['event_type', 'discord_id'],
  properties: {
    event_type: { enum: ['member_joined', 'member_left', 'role_updated', 'command_used', 'message_sent'] },
    discord_id: { type: 'string', pattern: '^\\d{17,20}$' },
    metadata: { type: 'object' },
  },
};
app.post('/internal/event/notify', { schema: { body } }, async (request) => {
  const { event_type, discord_id, metadata = {} } = request.body;
  await events.insertOne({ _id: uuidv7(), event_type, discord_id, metadata, received_at: new Date() });
  return { success: true, message: `Event ${event_type} processed successfully`, event_received: true };
});
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
