import { describe, expect, it } from 'vitest';
import { describeRedisError } from './redis.module.js';

describe('describeRedisError', () => {
  it('says plainly that the password is wrong', () => {
    for (const reply of ['WRONGPASS invalid username-password pair', 'NOAUTH Authentication required.'])
      expect(describeRedisError(new Error(reply))).toContain(
        'refuses the user name or password in REDIS_URL',
      );
  });

  it('names the cause of a lost connection, not where it led', () => {
    const error = Object.assign(new Error('connect ENOENT /srv/private/redis.sock'), { code: 'ENOENT' });
    expect(describeRedisError(error)).toMatch(/^Redis does not answer \(ENOENT\)/);
    expect(describeRedisError(error)).not.toContain('/srv');
  });
});
