import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type GuildView, type Outcome, type Sandbox } from '../../src/index.js';
import { channelNamed, control, makeGuild, rest, userNamed, type Answer } from '../support/http.js';
import { RawBot } from '../support/raw-bot.js';

describe('slash commands', () => {
  let sandbox: Sandbox;
  let guild: GuildView;
  let bot: RawBot;

  beforeAll(async () => {
    sandbox = await createSandbox({ rateLimits: { enabled: false } });
    guild = await makeGuild(sandbox);
    await rest(sandbox, 'PUT', `/applications/${sandbox.applicationId}/commands`, [
      {
        name: 'event',
        description: 'Events',
        options: [
          {
            type: 3,
            name: 'title',
            description: 'Title',
            autocomplete: true,
            required: true,
            max_length: 10,
          },
          { type: 6, name: 'organizer', description: 'Who' },
        ],
      },
      { name: 'admin', description: 'For few', default_member_permissions: '8' },
    ]);
    bot = await RawBot.start(sandbox);
  });
  afterAll(async () => {
    await sandbox.close();
  });

  const place = (who: string): object => ({
    guild_id: guild.id,
    channel_id: channelNamed(guild, 'events'),
    user_id: userNamed(guild, who),
  });
  const use = async (kind: string, who: string, body: object): Promise<Answer<Outcome & { code: number }>> =>
    control(sandbox, 'POST', `/interactions/${kind}`, { ...place(who), ...body });

  it('come with their options and the people named in them, in the member’s language', async () => {
    const outcome = use('command', 'bob', {
      name: 'event',
      options: { title: 'Raid', organizer: userNamed(guild, 'ada') },
    });
    const interaction = await bot.interaction();
    const ada = userNamed(guild, 'ada');
    expect(interaction).toMatchObject({
      type: 2,
      locale: 'en-US',
      data: {
        name: 'event',
        type: 1,
        options: [
          { name: 'title', type: 3, value: 'Raid' },
          { name: 'organizer', type: 6, value: ada },
        ],
        resolved: { users: { [ada]: { username: 'ada' } }, members: { [ada]: { nick: null } } },
      },
    });
    await bot.answer(interaction, 4, { content: 'ok' });
    expect((await outcome).body).toMatchObject({ type: 4, failed: null });
  });

  it('are refused with options that the client would not let through', async () => {
    for (const options of [{}, { title: 'x'.repeat(11) }, { title: 5 }, { title: 'x', stray: 1 }]) {
      expect((await use('command', 'ada', { name: 'event', options })).body.code).toBe(50035);
    }
    expect((await use('command', 'ada', { name: 'unknown' })).body.code).toBe(10063);
    expect((await use('command', 'ada', { name: 'admin' })).body.code).toBe(50013);
  });

  it('are completed while somebody types: at most 25 choices, and no other answer', async () => {
    const outcome = use('autocomplete', 'ada', { name: 'event', options: { title: 'ra' }, focused: 'title' });
    const interaction = await bot.interaction();
    expect(interaction).toMatchObject({
      type: 4,
      data: { options: [{ name: 'title', type: 3, value: 'ra', focused: true }] },
    });
    const choices = Array.from({ length: 26 }, (_, i) => ({ name: `Raid ${i}`, value: `raid-${i}` }));
    expect((await bot.answer<{ code: number }>(interaction, 8, { choices })).body.code).toBe(50035);
    expect((await bot.answer<{ code: number }>(interaction, 4, { content: 'x' })).body.code).toBe(50035);
    await bot.answer(interaction, 8, { choices: choices.slice(0, 25) });
    const { body } = await outcome;
    expect(body.type).toBe(8);
    expect((body.data as { choices: unknown[] }).choices).toHaveLength(25);
  });
});
