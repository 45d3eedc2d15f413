import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** What `localhost` may mean to a client. */
const IPV4 = '127.0.0.1';
const IPV6 = '::1';

/**
 * Listens on a host name. `localhost` is both of its addresses, whatever the machine's name service says of it: clients
 * differ in which one they try. Gives the second server, when there is one, and rejects when the port is taken.
 * `prepare` is called with each server before it listens.
 */
export async function listen(
  app: FastifyInstance,
  where: { host: string; port: number },
  prepare: (server: Server) => void,
): Promise<Server | null> {
  await app.ready();
  prepare(app.server);
  if (where.host !== 'localhost') {
    await app.listen(where);
    return null;
  }
  await app.listen({ host: IPV4, port: where.port });
  const { port } = app.server.address() as AddressInfo;
  const second = createServer((request, response) => app.routing(request, response));
  prepare(second);
  const failure = await listening(second, port);
  if (!failure) return second;
  // A machine without IPv6 has no such address; a port that was chosen freely may be taken there.
  if (failure.code === 'EADDRINUSE' && where.port !== 0) throw failure;
  return null;
}

async function listening(server: Server, port: number): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen({ host: IPV6, port, ipv6Only: true }, () => {
      server.off('error', resolve);
      resolve(null);
    });
  });
}
