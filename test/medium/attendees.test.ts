import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReadBack } from '../../src/features/scheduled-events/read-back.js';
import { nextDiscordId, startApp, type TestApp } from '../support/app.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';
import { eventually } from '../support/eventually.js';
import { aScene, mirrorsOf } from '../support/scene.js';

// "Interested" on Discord.

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

/** An event that a server shows, with a member of the server whom VerseLink knows, and one whom it does not. */
async function anInterestingEvent(on = app) {
  const scene = await aScene(on);
  const member = await on.user({ handle: 'Ada' });
  const stranger = nextDiscordId();
  const guild = await discord.guild([
    { id: member.discord_id, username: 'ada' },
    { id: stranger, username: 'stranger' },
  ]);
  await scene.register(guild);
  const role = { name: 'Pilot', capacity: 2 };
  const event = await scene.event({ roles: [role] });
  const { events, messages } = await eventually(async () => {
    const shown = await mirrorsOf(discord, guild, event.id);
    expect(shown.messages).toHaveLength(1);
    return shown;
  });
  const mark = (method: 'PUT' | 'DELETE', userId: string) =>
    discord.control(method, `/scheduled-events/${events[0]?.id ?? ''}/users/${userId}`);
  const rows = async () => {
    const { body } = await scene.admin.get<{ items: object[] }>(`/events/${event.id}/signups`);
    return body.items;
  };
  const signedUp = (expected: readonly object[]) =>
    eventually(async () => {
      expect(await rows()).toMatchObject(expected);
      expect(await rows()).toHaveLength(expected.length);
    });
  const sync = () =>
    scene.admin.post(`/discord/events/events/${event.id}/sync-attendees`, { guild_id: guild.id });
  return { scene, member, stranger, guild, event, message: messages[0], mark, signedUp, sync };
}

describe('a member who marks Interested', () => {
  it('is signed up without a role, and unmarking takes that back', async () => {
    const { scene, member, stranger, event, mark, signedUp } = await anInterestingEvent();
    await mark('PUT', stranger);
    await mark('PUT', member.discord_id);
    await signedUp([{ user_id: member.id, status: 'confirmed', role_id: null, source: 'discord' }]);
    await eventually(async () => {
      // With the bot that made it.
      const { body } = await scene.admin.get<object[]>(`/discord/events/events/${event.id}/discord`);
      expect(body).toMatchObject([{ user_count: 3 }]);
    });
    await mark('DELETE', member.discord_id);
    await signedUp([]);
  });

  it('keeps a seat that was chosen otherwise', async () => {
    const { member, message, mark, signedUp } = await anInterestingEvent();
    if (message === undefined) throw new Error('no message');
    await mark('PUT', member.discord_id);
    await signedUp([{ role_id: null }]);
    await discord.choose(message, member.discord_id, 'Pilot');
    await signedUp([{ role_name: 'Pilot' }]);
    await mark('DELETE', member.discord_id);
    // What comes after it has been worked on by then.
    await mark('PUT', (await app.user({ handle: 'Marker' })).discord_id).catch(() => undefined);
    await signedUp([{ user_id: member.id, role_name: 'Pilot', status: 'confirmed' }]);
  });
});

describe('sync-attendees', () => {
  let alone: TestApp;
  beforeAll(async () => {
    alone = await startApp({ run: 'api,worker', env: discord.env });
  });
  afterAll(() => alone.close());

  it('adds, removes and counts, and does nothing the second time', async () => {
    const { member, stranger, scene, event, mark, signedUp, sync } = await anInterestingEvent(alone);
    await mark('PUT', member.discord_id);
    await mark('PUT', stranger);
    const added = { discord_attendees: 2, verselink_signups: 1, added: 1, removed: 0, unlinked: 1 };
    expect(await sync()).toMatchObject({ status: 200, body: { ...added, sync_completed: true } });
    expect((await sync()).body).toMatchObject({ ...added, added: 0 });
    await mark('DELETE', member.discord_id);
    expect((await sync()).body).toMatchObject({ discord_attendees: 1, verselink_signups: 0, removed: 1 });
    // Whoever withdrew is not signed up again by a comparison.
    await mark('PUT', member.discord_id);
    expect((await sync()).body).toMatchObject({ added: 0, verselink_signups: 0 });
    await signedUp([]);
    const bad = await scene.admin.post(`/discord/events/events/${event.id}/sync-attendees`, {
      guild_id: nextDiscordId(),
    });
    expect(bad.status).toBe(422);
    const other = await alone.user();
    const refused = await other.post(`/discord/events/events/${event.id}/sync-attendees`, {
      guild_id: nextDiscordId(),
    });
    expect(refused.status).toBe(403);
  });

  it('catches up with what happened while the bot was away', async () => {
    const { member, mark, signedUp } = await anInterestingEvent(alone);
    await mark('PUT', member.discord_id);
    await alone.verselink.app.get(ReadBack, { strict: false }).all();
    await signedUp([{ user_id: member.id, status: 'confirmed' }]);
  });
});
