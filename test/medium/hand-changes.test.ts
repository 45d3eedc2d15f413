import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReadBack } from '../../src/features/scheduled-events/read-back.js';
import { nextDiscordId, startApp, type TestApp } from '../support/app.js';
import { startDiscord, type TestDiscord, type TestGuild } from '../support/discord.js';
import { eventually } from '../support/eventually.js';
import { DiscordPerson, readingOf } from '../support/discord-person.js';
import { aScene, mirrorsOf, type EventBody, type Scene } from '../support/scene.js';

// What people do on Discord to what VerseLink shows there.

const SUPPRESS_EMBEDS = 4;

let discord: TestDiscord;
let app: TestApp;

beforeAll(async () => {
  discord = await startDiscord();
  app = await startApp({ run: 'api,bot,worker', env: discord.env });
});
afterAll(async () => {
  await app.close();
  await discord.close();
});

/** An event that servers show, whole. */
async function shown(count = 1, on = app) {
  const scene = await aScene(on);
  const guilds: TestGuild[] = [];
  for (let n = 0; n < count; n++) guilds.push(await discord.guild());
  for (const guild of guilds) await scene.register(guild);
  const event = await scene.event();
  const [guild] = guilds;
  if (guild === undefined) throw new Error('no server');
  await stateIs(scene, event, 'synced');
  const { events, messages } = await mirrorsOf(discord, guild, event.id);
  const path = `/guilds/${guild.id}/scheduled-events/${events[0]?.id ?? ''}`;
  return { scene, guild, guilds, event, path, messageId: messages[0]?.id ?? '' };
}

const mirrors = async (scene: Scene, { id }: EventBody) =>
  (await scene.admin.get<object[]>(`/discord/events/events/${id}/discord`)).body;
const stateIs = (scene: Scene, event: EventBody, syncState: string, more: object = {}) =>
  eventually(async () => {
    const all = await mirrors(scene, event);
    expect(all.length).toBeGreaterThan(0);
    for (const mirror of all) expect(mirror).toMatchObject({ sync_state: syncState, ...more });
  });
const counts = (guild: TestGuild, event: EventBody, expected: readonly number[]) =>
  eventually(async () => {
    const { events, messages } = await mirrorsOf(discord, guild, event.id);
    expect([events.filter(({ status }) => status < 3).length, messages.length]).toEqual(expected);
  });

describe('a change made by hand on Discord', () => {
  it('is repaired and noted', async () => {
    const { scene, guild, event, path } = await shown();
    await discord.asBot('PATCH', path, {
      name: 'Renamed by hand',
      entity_metadata: { location: 'Elsewhere' },
    });
    await stateIs(scene, event, 'synced', { last_repair: { fields: ['name', 'location'] } });
    await eventually(async () => {
      expect((await mirrorsOf(discord, guild, event.id)).events).toMatchObject([
        { name: 'Night raid', entity_metadata: { location: 'Daymar' } },
      ]);
    });
  });

  it('is left alone when it removes the scheduled event; the message lives on, and `create` brings it back', async () => {
    for (const removal of [['DELETE'], ['PATCH', { status: 4 }]] as const) {
      const { scene, guild, event, path } = await shown();
      await discord.asBot(removal[0], path, removal[1]);
      await stateIs(scene, event, 'detached', { last_error: expect.stringContaining('by hand') as string });
      await scene.admin.patch(`/events/${event.id}`, { title: 'Edited afterwards' });
      await eventually(async () => {
        const { messages } = await mirrorsOf(discord, guild, event.id);
        expect(messages.map(({ embeds }) => embeds[0]?.title)).toEqual(['Edited afterwards']);
      });
      await stateIs(scene, event, 'detached', { discord_event_id: null });
      await counts(guild, event, [0, 1]);
      await scene.admin.post(`/discord/events/events/create/${event.id}`, {});
      await stateIs(scene, event, 'synced');
      await counts(guild, event, [1, 1]);
    }
  });

  it('is left alone when it deletes the message; the scheduled event lives on, and `/event repost` brings it back', async () => {
    const { scene, guild, event, messageId } = await shown();
    await discord.asBot('DELETE', `/channels/${guild.channelId}/messages/${messageId}`);
    await stateIs(scene, event, 'detached');
    await scene.admin.patch(`/events/${event.id}`, { title: 'Edited afterwards' });
    await eventually(async () => {
      expect((await mirrorsOf(discord, guild, event.id)).events).toMatchObject([
        { name: 'Edited afterwards' },
      ]);
    });
    await counts(guild, event, [1, 0]);
    await guild.admit(scene.admin.discord_id);
    const place = { guild_id: guild.id, channel_id: guild.channelId };
    const organizer = new DiscordPerson(discord, scene.admin.discord_id, place);
    const said = await organizer.command('event repost', { event: 'Edited afterwards' });
    expect(readingOf(said)).toContain('de nouveau sur ce serveur');
    await stateIs(scene, event, 'synced');
    await counts(guild, event, [1, 1]);
  });

  it('is undone when it hides the message’s embed', async () => {
    const { scene, guild, event, messageId } = await shown();
    await discord.asBot('PATCH', `/channels/${guild.channelId}/messages/${messageId}`, {
      flags: SUPPRESS_EMBEDS,
    });
    await stateIs(scene, event, 'synced', { last_repair: { fields: ['signup_message'] } });
    expect((await mirrorsOf(discord, guild, event.id)).messages).toMatchObject([{ embeds: [{}] }]);
  });

  it('is told when it deletes the channel, and a new channel brings the message back', async () => {
    const { scene, guild, event } = await shown();
    await discord.asBot('DELETE', `/channels/${guild.channelId}`);
    await stateIs(scene, event, 'detached');
    await discord.asBot('POST', `/guilds/${guild.id}/channels`, { name: 'new', type: 0 });
    const channel = (await discord.read(guild.id)).channels.find(({ name }) => name === 'new');
    await scene.admin.patch(`/discord/guilds/${guild.id}`, { event_channel_id: channel?.id });
    await scene.admin.post(`/discord/events/events/create/${event.id}`, {});
    await stateIs(scene, event, 'synced');
    await counts(guild, event, [1, 1]);
  });

  it('starts and completes the event everywhere when somebody starts and ends it there', async () => {
    const { scene, guilds, event, path } = await shown(2);
    const is = (state: string, status: number) =>
      eventually(async () => {
        expect((await scene.admin.get(`/events/${event.id}`)).body).toMatchObject({ state });
        for (const guild of guilds)
          expect((await mirrorsOf(discord, guild, event.id)).events).toMatchObject([{ status }]);
      });
    await discord.asBot('PATCH', path, { status: 2 });
    await is('active', 2);
    await discord.asBot('PATCH', path, { status: 3 });
    await is('completed', 3);
    await stateIs(scene, event, 'synced');
  });
});

describe('a start and an end pressed on Discord', () => {
  const MANAGE_EVENTS = { id: nextDiscordId(), name: 'Events', permissions: String(1n << 33n) };
  const stateOf = async (scene: Scene, { id }: EventBody) =>
    (await scene.admin.get<EventBody>(`/events/${id}`)).body.state;

  it('count when the audit log names somebody who may, and are undone when it names somebody else', async () => {
    const scene = await aScene(app);
    const stranger = nextDiscordId();
    const guild = await discord.guild([{ id: stranger, username: 'stranger', roles: [MANAGE_EVENTS.id] }], {
      roles: [MANAGE_EVENTS],
    });
    await scene.register(guild);
    await guild.admit(scene.admin.discord_id, [guild.managerRoleId, MANAGE_EVENTS.id]);
    const event = await scene.event();
    await stateIs(scene, event, 'synced');
    const first = (await mirrorsOf(discord, guild, event.id)).events[0]?.id ?? '';
    await discord.control('PATCH', `/scheduled-events/${first}`, { user_id: stranger, status: 2 });
    await stateIs(scene, event, 'synced', { last_repair: { fields: ['status'] } });
    await counts(guild, event, [1, 1]);
    const [again] = (await mirrorsOf(discord, guild, event.id)).events.filter(({ status }) => status === 1);
    expect(again?.id).not.toBe(first);
    expect(await stateOf(scene, event)).toBe('published');
    for (const [status, state] of [
      [2, 'active'],
      [3, 'completed'],
    ] as const) {
      await discord.control('PATCH', `/scheduled-events/${again?.id ?? ''}`, {
        user_id: scene.admin.discord_id,
        status,
      });
      await expect.poll(() => stateOf(scene, event), { timeout: 20_000 }).toBe(state);
    }
  }, 60_000);

  it('count by Discord’s own rule where the bot may not read the audit log', async () => {
    const scene = await aScene(app);
    const stranger = nextDiscordId();
    const guild = await discord.guild([{ id: stranger, username: 'stranger', roles: [MANAGE_EVENTS.id] }], {
      roles: [MANAGE_EVENTS],
    });
    await scene.register(guild);
    const event = await scene.event();
    await stateIs(scene, event, 'synced');
    await discord.faults({
      method: 'GET',
      path: `/guilds/${guild.id}/audit-logs`,
      status: 403,
      code: 50013,
      times: 9,
    });
    const { events } = await mirrorsOf(discord, guild, event.id);
    await discord.control('PATCH', `/scheduled-events/${events[0]?.id ?? ''}`, {
      user_id: stranger,
      status: 2,
    });
    await expect.poll(() => stateOf(scene, event), { timeout: 20_000 }).toBe('active');
  }, 60_000);
});

describe('a change that Discord refuses', () => {
  it('does not hold back the others', async () => {
    const { scene, guild, event } = await shown();
    const refused = { method: 'PATCH', path: '/guilds/*/scheduled-events/*', status: 400, code: 50035 };
    // All together, then the first of them by itself.
    await discord.faults(refused, refused);
    await scene.admin.patch(`/events/${event.id}`, { title: 'Refused once', location: 'Yela' });
    await eventually(async () => {
      expect((await mirrorsOf(discord, guild, event.id)).events).toMatchObject([
        { name: 'Night raid', entity_metadata: { location: 'Yela' } },
      ]);
    });
    await stateIs(scene, event, 'failed', { last_error: expect.stringContaining('50035') as string });
    await scene.admin.put(`/discord/events/events/update/${event.id}`, {});
    await stateIs(scene, event, 'synced', { name: 'Refused once' });
  });
});

describe('a comparison with Discord', () => {
  /** Without the gateway: nothing is told. */
  let alone: TestApp;
  beforeAll(async () => {
    alone = await startApp({ run: 'api,worker', env: discord.env });
  });
  afterAll(() => alone.close());
  const compare = () => alone.verselink.app.get(ReadBack, { strict: false }).all();

  it('finds what was changed and deleted meanwhile', async () => {
    const { scene, guild, event, path, messageId } = await shown(1, alone);
    await discord.asBot('PATCH', path, { name: 'Renamed meanwhile' });
    await discord.asBot('DELETE', `/channels/${guild.channelId}/messages/${messageId}`);
    await compare();
    await stateIs(scene, event, 'detached', { last_repair: { fields: ['name'] } });
    expect((await mirrorsOf(discord, guild, event.id)).events).toMatchObject([{ name: 'Night raid' }]);
    await counts(guild, event, [1, 0]);
  });

  it('counts who is interested', async () => {
    const { scene, event, guild, path } = await shown(1, alone);
    await discord.control('PUT', `/scheduled-events/${path.split('/').at(-1) ?? ''}/users/${guild.ownerId}`);
    await compare();
    // The bot that made it is interested, too.
    await stateIs(scene, event, 'synced', { user_count: 2 });
  });

  it('notices that the bot was removed from a server, and shows everything again when it is back', async () => {
    const { scene, event, guild } = await shown(1, alone);
    await discord.control('DELETE', `/guilds/${guild.id}`);
    await compare();
    await stateIs(scene, event, 'suspended');
    await scene.admin.patch(`/events/${event.id}`, { title: 'Edited meanwhile' });
    await bringBack(guild);
    await compare();
    await stateIs(scene, event, 'synced');
    await counts(guild, event, [1, 1]);
  });

  it('tells staff field by field what differs and why, and sends it again on request', async () => {
    const { scene, guild, event, path, messageId } = await shown(1, alone);
    const compared = () => comparisonOf(scene, event, guild);
    // The job ends a moment after the mirror is up to date.
    await eventually(async () => {
      expect(await compared()).toMatchObject({
        sync_state: 'synced',
        scheduled_event: { state: 'shown' },
        signup_message: { state: 'shown' },
        faults: [],
        exceeded_limits: [],
        job: { status: 'completed' },
      });
    });
    expect(differing(await compared())).toEqual([]);

    await discord.asBot('PATCH', path, { name: 'Renamed by hand' });
    const message = `/channels/${guild.channelId}/messages/${messageId}`;
    await discord.asBot('PATCH', message, { components: [] });
    const fields = differing(await compared());
    expect(fields[0]).toEqual({
      field: 'name',
      wanted: 'Night raid',
      found: 'Renamed by hand',
      last_sent: 'Night raid',
      state: 'different',
    });
    expect(fields.slice(1)).not.toEqual([]);
    for (const { field, wanted, found, last_sent } of fields.slice(1)) {
      expect(field).toMatch(/^components\.\d$/);
      expect({ found, last_sent }).toEqual({ found: null, last_sent: wanted });
    }
    await scene.admin.put(`/discord/events/events/update/${event.id}`, {});
    await eventually(async () => {
      expect(differing(await compared())).toEqual([]);
    });

    await discord.asBot('PATCH', message, { flags: SUPPRESS_EMBEDS });
    expect(await compared()).toMatchObject({ signup_message: { state: 'hidden' } });
    await discord.asBot('DELETE', message);
    await discord.asBot('DELETE', path);
    expect(await compared()).toMatchObject({
      scheduled_event: { state: 'missing' },
      signup_message: { state: 'missing' },
    });
  });

  it('leads to the permission, the limit and the job, and says when Discord does not answer', async () => {
    const scene = await aScene(alone);
    const guild = await discord.guild();
    await scene.register(guild);
    const refused = {
      method: 'POST',
      path: `/guilds/${guild.id}/scheduled-events`,
      status: 403,
      code: 50013,
    };
    await discord.faults(refused);
    const event = await scene.event({ description: 'Long. '.repeat(200) });
    await stateIs(scene, event, 'failed');
    const found = await comparisonOf(scene, event, guild);
    expect(found).toMatchObject({
      scheduled_event: { state: 'none' },
      signup_message: { state: 'shown' },
      faults: [{ capability: 'scheduled_events', kind: 'permission' }],
      exceeded_limits: [{ field: 'scheduled_event.description', limit: 1000 }],
      job: { job_type: 'create_discord_event', status: 'failed' },
    });
    expect(differing(found).map(({ field }) => field)).toContain('name');

    const message = { method: 'GET', path: `/channels/${guild.channelId}/messages/*`, status: 503, times: 9 };
    await discord.faults(message);
    const away = await scene.admin.get(comparisonPath(event, guild));
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '1']);
    const elsewhere = await discord.guild();
    expect((await scene.admin.get(comparisonPath(event, elsewhere))).status).toBe(404);
  });

  it('lists what a server shows, by pages', async () => {
    const { scene, guild, event } = await shown(1, alone);
    const later = await scene.event({ title: 'Salvage' });
    await stateIs(scene, later, 'synced');
    const first = await scene.admin.get(`/discord/guilds/${guild.id}/mirrors?limit=1`);
    expect(first.body).toMatchObject([{ event: { id: later.id, title: 'Salvage' }, sync_state: 'synced' }]);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const second = await scene.admin.get(next);
    expect(second.body).toMatchObject([{ event: { id: event.id, title: 'Night raid' } }]);
    expect(second.headers.get('link')).toBeNull();
  });
});

interface Field {
  readonly field: string;
  readonly wanted: string | null;
  readonly found: string | null;
  readonly last_sent: string | null;
  readonly state: string;
}

interface Comparison {
  readonly scheduled_event: { readonly fields: readonly Field[] };
  readonly signup_message: { readonly fields: readonly Field[] };
}

const comparisonPath = (event: EventBody, guild: TestGuild) =>
  `/discord/events/events/${event.id}/discord/${guild.id}`;

async function comparisonOf(scene: Scene, event: EventBody, guild: TestGuild): Promise<Comparison> {
  const ask = () => scene.admin.get<Comparison>(comparisonPath(event, guild));
  let answer = await ask();
  // Discord limits how often one may look; until then it is 503.
  const again = async (): Promise<number> => (answer = await ask()).status;
  if (answer.status === 503) await expect.poll(again, { interval: 1_000 }).toBe(200);
  expect(answer.status).toBe(200);
  return answer.body;
}

const differing = ({ scheduled_event, signup_message }: Comparison) =>
  [...scheduled_event.fields, ...signup_message.fields].filter(({ state }) => state !== 'same');

describe('the bot', () => {
  it('suspends what a server shows that it was removed from, and resumes it on its return', async () => {
    const { scene, event, guild } = await shown();
    await discord.control('DELETE', `/guilds/${guild.id}`);
    await stateIs(scene, event, 'suspended', { last_error: expect.stringContaining('Invite') as string });
    await bringBack(guild);
    await stateIs(scene, event, 'synced');
    await counts(guild, event, [1, 1]);
  });

  it('does not take an outage of Discord for a removal', async () => {
    const { scene, event, guild } = await shown();
    await discord.control('PUT', `/guilds/${guild.id}/outage`);
    await scene.admin.patch(`/events/${event.id}`, { title: 'Edited in the outage' });
    await eventually(async () => {
      expect(await mirrors(scene, event)).toMatchObject([
        { sync_state: 'pending', last_error: expect.any(String) as string },
      ]);
    });
    await discord.control('DELETE', `/guilds/${guild.id}/outage`);
    await stateIs(scene, event, 'synced');
    expect((await mirrorsOf(discord, guild, event.id)).events).toMatchObject([
      { name: 'Edited in the outage' },
    ]);
  });
});

/** The bot is invited again; the sandbox has forgotten all that the server had. */
async function bringBack(guild: TestGuild): Promise<void> {
  await discord.control('POST', '/guilds', {
    id: guild.id,
    name: 'Test server',
    owner_id: guild.ownerId,
    members: [{ id: guild.ownerId, username: 'owner' }],
    channels: [{ id: guild.channelId, name: 'events', type: 0 }],
    roles: [],
  });
}
