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
    ['connect mongodb://admin:hunter2@db:27017/verselink', 'hunter2'],
  ])('takes %j clean', (line, secret) => {
    expect(scrub(line)).not.toContain(secret);
  });

  it('leaves ordinary lines alone', () => {
    const line = '{"level":30,"msg":"GET /api/v1/events 200","req":{"id":"0f7d"}}';
    expect(scrub(line)).toBe(line);
  });
});
