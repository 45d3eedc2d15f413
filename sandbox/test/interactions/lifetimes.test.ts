import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, type GuildView, type Outcome, type Sandbox } from '../../src/index.js';
import { channelNamed, control, makeGuild, rest, userNamed, type Answer } from '../support/http.js';
import { RawBot } from '../support/raw-bot.js';

interface Refusal {
  code: number;
}

const MINUTE = 60_000;

describe('the life of an interaction', () => {
  let now: number;
  let sandbox: Sandbox;
  let guild: GuildView;
  let bot: RawBot;

  beforeEach(async () => {
    now = Date.now();
    sandbox = await createSandbox({
      clock: () => now,
      interactionDeadlineMs: 300,
      rateLimits: { enabled: false },
      openapi: null,
    });
    guild = await makeGuild(sandbox);
    bot = await RawBot.start(sandbox);
  });
  afterEach(async () => {
    await sandbox.close();
  });

  const click = async (): Promise<Answer<Outcome>> => {
    const sent = await rest<{ id: string }>(
      sandbox,
      'POST',
      `/channels/${channelNamed(guild, 'events')}/messages`,
      { components: [{ type: 1, components: [{ type: 2, style: 1, label: 'x', custom_id: 'go' }] }] },
    );
    return control<Outcome>(sandbox, 'POST', '/interactions/component', {
      message_id: sent.body.id,
      user_id: userNamed(guild, 'ada'),
      custom_id: 'go',
    });
  };

  it('fails without an answer in time; what comes later gets 10062', async () => {
    const outcome = click();
    const interaction = await bot.interaction();
    expect((await outcome).body).toMatchObject({
      ack_ms: null,
      type: null,
      failed: 'no answer within 0.3 s',
    });
    const late = await bot.answer<Refusal>(interaction, 4, { content: 'late' });
    expect([late.status, late.body.code]).toEqual([404, 10062]);
    expect((await bot.hook<Refusal>(interaction, 'POST', '', { content: 'x' })).body.code).toBe(10015);
  });

  it('takes one answer: a second gets 40060, and a wrong token 10062', async () => {
    const outcome = click();
    const interaction = await bot.interaction();
    const stolen = { ...interaction, token: 'another' };
    expect((await bot.answer<Refusal>(stolen, 6)).body.code).toBe(10062);
    await bot.answer(interaction, 6);
    const second = await bot.answer<Refusal>(interaction, 4, { content: 'again' });
    expect([second.status, second.body.code]).toEqual([400, 40060]);
    expect((await outcome).body.type).toBe(6);
  });

  it('takes follow-ups for 15 minutes, then 50027', async () => {
    const outcome = click();
    const interaction = await bot.interaction();
    expect((await bot.hook<Refusal>(interaction, 'POST', '', { content: 'too early' })).body.code).toBe(
      10015,
    );
    await bot.answer(interaction, 6);
    await outcome;
    now += 15 * MINUTE;
    expect((await bot.hook(interaction, 'POST', '', { content: 'in time' })).status).toBe(200);
    now += 1;
    for (const [method, path] of [
      ['POST', ''],
      ['PATCH', '/messages/@original'],
      ['GET', '/messages/@original'],
    ] as const) {
      const body = method === 'GET' ? undefined : { content: 'x' };
      const late = await bot.hook<Refusal>(interaction, method, path, body);
      expect([late.status, late.body.code]).toEqual([401, 50027]);
    }
  });

  it('tells how long the answer took', async () => {
    const outcome = click();
    const interaction = await bot.interaction();
    now += 120;
    await bot.answer(interaction, 6);
    expect((await outcome).body.ack_ms).toBe(120);
  });
});
