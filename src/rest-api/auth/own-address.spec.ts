import { describe, expect, it } from 'vitest';
import { isLocal, ownAddress } from './own-address.js';

const LOCAL = 'http://localhost:8080';
const PUBLIC = 'https://verselink.test';

describe('our own address', () => {
  it.each(['localhost:8080', '127.0.0.1:41234', '[::1]:8080', 'localhost'])(
    'is the name that the browser used, on one and the same machine: %s',
    (host) => {
      const request = { protocol: 'http', host } as const;
      expect(ownAddress({ publicUrl: LOCAL }, request)).toBe(`http://${host}`);
      expect(isLocal({ publicUrl: LOCAL }, request)).toBe(true);
    },
  );

  it.each([
    [PUBLIC, 'http', 'localhost:8080'],
    [PUBLIC, 'http', 'verselink.test'],
    [LOCAL, 'https', 'localhost:8080'],
    [LOCAL, 'http', 'verselink.test'],
    [LOCAL, 'http', 'evil.test:8080'],
    [LOCAL, 'http', 'localhost@evil.test'],
    [LOCAL, 'http', 'localhost.evil.test'],
    [LOCAL, 'http', '192.168.1.5:8080'],
    [LOCAL, 'http', ''],
    ['http://192.168.1.5:8080', 'http', 'localhost:8080'],
  ] as const)('is PUBLIC_URL (%s) for %s://%s, with Secure cookies', (publicUrl, protocol, host) => {
    expect(ownAddress({ publicUrl }, { protocol, host })).toBe(publicUrl);
    expect(isLocal({ publicUrl }, { protocol, host })).toBe(false);
  });
});
