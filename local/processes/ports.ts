import { createServer, type ListenOptions } from 'node:net';

/** A TCP port of the loopback interface that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return listenOnce({ port: 0, host: '127.0.0.1' });
}

/** Whether a server could listen there now. */
export async function isPortFree(port: number, host: string): Promise<boolean> {
  try {
    await listenOnce({ port, host });
    return true;
  } catch (error) {
    if (isAddressError(error, 'EADDRINUSE')) return false;
    // A machine without IPv6 cannot answer for `::`; the application will fall back, and so do we.
    if (isAddressError(error, 'EAFNOSUPPORT')) return isPortFree(port, '0.0.0.0');
    throw error;
  }
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

function isAddressError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
