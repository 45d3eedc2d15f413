import { describe, expect, it } from 'vitest';
import { scrubber } from './scrub.js';

describe('scrubber', () => {
  const scrub = scrubber(['s3cret"value', 'bot-token-long', 'bot-token-long-and-longer']);

  it('takes configured secrets out, also as JSON spells them, and whole', () => {
    expect(scrub(JSON.stringify({ msg: 'key s3cret"value!' }))).toBe('{"msg":"key [secret]!"}');
    expect(scrub('bot-token-long-and-longer')).toBe('[secret]');
  });

  it.each([
    ['dup key: { email: "ada@example.org" }', 'ada@example.org'],
    ['authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', 'eyJ'],
    ['Bot MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs', 'MTk4'],
    ['POST /interactions/123456789012345678/aW50ZXJhY3Rpb246MTIz_token/callback', 'aW50'],
    ['token MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs refused', 'MTk4'],
    [JSON.stringify({ headers: { Authorization: 'Bearer hunter2' } }), 'hunter2'],
    [JSON.stringify({ msg: '{"authorization":"Basic aHVudGVyMg=="}' }), 'aHVu'],
    ['Bearer 9f86d081884c7d659a2feaa0c55ad015', '9f86'],
    ['connect ENOENT /srv/verselink/mongodb-27017.sock', '/srv'],
    ['connect mongodb://%2Fsrv%2Fverselink%2Fmongodb.sock/x', 'srv'],
    ['connect mongodb://admin:hunter2@db:27017/verselink', 'hunter2'],
  ])('takes %j clean', (line, secret) => {
    expect(scrub(line)).not.toContain(secret);
  });

  it.each([
    '{"level":30,"msg":"GET /api/v1/events 200","req":{"id":"0f7d"}}',
    '✅ Bot notified for discord_id=123456789012345678',
    'Bearer authentication is required; Bot commands: 12',
  ])('leaves the ordinary line %j alone', (line) => {
    expect(scrub(line)).toBe(line);
  });

  // A quadratic pattern needs minutes for one of these, a linear one milliseconds: the runner's own limit tells them apart.
  it.each([
    'a',
    '-',
    '.',
    'a.',
    '-eyJ',
    'eyJa.',
    'a@',
    'a://',
    'Bot ',
    'Bot',
    'authorization:',
    '/webhooks/1/',
  ])('takes time in proportion to a long line of %j', (part) => {
    expect(scrub(part.repeat(1_000_000 / part.length))).toBeTypeOf('string');
  });
});
