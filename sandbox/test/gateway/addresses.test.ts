import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../../src/index.js';

describe('the address that a gateway client asks for', () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await createSandbox({ openapi: null });
  });
  afterAll(async () => {
    await sandbox.close();
  });

  /** What the server answers to an upgrade; no library would send such addresses as they are. */
  async function upgrade(path: string): Promise<string> {
    const socket = connect(sandbox.port, '127.0.0.1');
    const lines = [
      ...[`GET ${path} HTTP/1.1`, 'Host: sandbox', 'Connection: Upgrade', 'Upgrade: websocket'],
      ...['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', '', ''],
    ];
    socket.write(lines.join('\r\n'));
    socket.once('data', () => socket.end());
    return text(socket);
  }

  // `//?v=10` is what comes of an address with a slash at its end and a path that begins with one.
  it.each(['//?v=10&encoding=json', 'http://[', '//[', 'http://x:99999999/', '*', '/%ff?v=10'])(
    'may be %s',
    async (path) => {
      expect(await upgrade(path)).toMatch(/^HTTP\/1\.1 101 /);
    },
  );
});
