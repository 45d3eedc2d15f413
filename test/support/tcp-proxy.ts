import { connect, createServer, type NetConnectOpts, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** A door in front of a database, which tests can shut. */
export interface TcpProxy {
  readonly port: number;
  /** Cuts every connection and takes no new one, as when the server dies. */
  cut(): void;
  /** Keeps connections but passes nothing on, as when the network swallows packets. */
  freeze(): void;
  /** Works again. */
  restore(): Promise<void>;
}

/** Opens a proxy on a free port of 127.0.0.1 to a server. @param target where it is, asked with each connection */
export async function openProxy(target: () => NetConnectOpts): Promise<TcpProxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let frozen = false;
  const server: Server = createServer((inside) => {
    const outside = connect(target());
    const pair = [inside, outside] as const;
    pairs.add(pair);
    for (const [from, to] of [pair, [outside, inside] as const]) {
      from.on('data', (data) => {
        if (!frozen) to.write(data);
      });
      from.on('error', () => undefined);
      from.on('close', () => {
        to.destroy();
        pairs.delete(pair);
      });
    }
  });
  const listen = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const dropAll = () => {
    for (const sockets of pairs) for (const socket of sockets) socket.destroy();
  };
  return {
    port,
    cut: () => {
      server.close();
      dropAll();
    },
    freeze: () => {
      frozen = true;
    },
    restore: async () => {
      frozen = false;
      dropAll();
      if (!server.listening) await listen(port);
    },
  };
}
