import { describe, expect, it } from 'vitest';
import { DEFAULT_RETURN_PATH, isOwnPath } from './return-path.js';

describe('isOwnPath', () => {
  it.each([DEFAULT_RETURN_PATH, '/', '/events/1?tab=signups#top', '/a//b', '/@x', '/%2F%2Fevil.test'])(
    'takes %j, which stays with us',
    (path) => {
      expect(isOwnPath(path)).toBe(true);
      expect(new URL(path, 'https://own.test').origin).toBe('https://own.test');
    },
  );

  it.each([
    '',
    'x',
    '//evil.test',
    '///evil.test',
    '/\\evil.test',
    '\\/evil.test',
    '/\t/evil.test',
    '/\n/evil.test',
    ' //evil.test',
    'https:evil.test',
    'https://evil.test',
    'javascript:alert(1)',
    '/x\\..\\..\\y',
    '/é',
    `/${'x'.repeat(500)}`,
  ])('refuses %j', (path) => {
    expect(isOwnPath(path)).toBe(false);
  });
});
