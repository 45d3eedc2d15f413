import { describe, expect, it } from 'vitest';
import { isAway } from './is-away.js';

describe('isAway', () => {
  it.each([
    Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write' }),
    Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }),
    Object.assign(new Error('timed out'), { name: 'MongoWaitQueueTimeoutError' }),
    new Error('Command timed out'),
    new Error('Connection is closed.'),
  ])('knows %s', (error) => {
    expect(isAway(error)).toBe(true);
  });

  it.each([
    new TypeError('x is not a function'),
    Object.assign(new Error('no such file'), { code: 'ENOENT' }),
    Object.assign(new Error('E11000 duplicate key'), { code: 11000 }),
    'write EPIPE',
  ])('does not take %s for it', (error) => {
    expect(isAway(error)).toBe(false);
  });
});
