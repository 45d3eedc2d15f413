import { createServer, type ListenOptions } from 'node:net';

/** A TCP port of the loopback interface that is free at this moment. */
export function freePort(): Promise<number> {
  return listenOnce({ port: 0, host: '127.0.0.1' });
}

/** Whether a server could have this port now: on all interfaces, and on both loopback addresses. */
export async function isPortFree(port: number): Promise<boolean> {
  for (const host of ['::', '127.0.0.1', '::1']) {
    try {
      await listenOnce({ port, host });
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error;
      // A machine without IPv6 has no such address to be taken.
      if (error.code === 'EAFNOSUPPORT' || error.code === 'EADDRNOTAVAIL') continue;
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return false;
      throw error;
    }
  }
  return true;
}

function listenOnce(options: ListenOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(options, () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('not a TCP port'));
        else resolve(address.port);
      });
    });
  });
}
