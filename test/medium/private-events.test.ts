import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GUILD_MODEL } from '../../src/features/guilds/guilds.schema.js';
import { Reconciler } from '../../src/features/scheduled-events/reconcile.js';
import { nextDiscordId, startApp, type TestApp, type TestUser } from '../support/app.js';
import type { ProblemBody } from '../support/client.js';
import {
  startDiscord,
  type Acknowledged,
  type DiscordMessage,
  type TestDiscord,
  type TestGuild,
} from '../support/discord.js';
import { eventually } from '../support/eventually.js';
import { aScene, mirrorsOf, type EventBody, type Scene } from '../support/scene.js';

let discord: TestDiscord;
let app: TestApp;
let scene: Scene;
let server: TestGuild;
let guestRole: string;
/** In the organization; on the server with the guests' role; on the server without it. */
let member: TestUser, guest: TestUser, stranger: TestUser;

beforeAll(async () => {
  discord = await startDiscord();
  app = await startApp({ run: 'api,bot,worker', env: discord.env });
});

afterAll(async () => {
  await app.close();
  await discord.close();
});

beforeEach(async () => {
  scene = await aScene(app);
  [member, guest, stranger] = await Promise.all([
    app.user({ handle: 'Member' }),
    app.user({ handle: 'Guest' }),
    app.user({ handle: 'Stranger' }),
  ]);
  await scene.admin.put(`/organizations/${scene.orgId}/members/${member.id}`, { role: 'member' });
  guestRole = nextDiscordId();
  server = await openServer();
  await scene.register(server);
});

function openServer(): Promise<TestGuild> {
  const people = [
    { id: member.discord_id, username: 'member', locale: 'fr' },
    { id: guest.discord_id, username: 'guest', locale: 'fr', roles: ['Guests'] },
    { id: stranger.discord_id, username: 'stranger', locale: 'fr' },
  ];
  return discord.guild(people, { roles: [{ id: guestRole, name: 'Guests' }] });
}

const privately = (fields: object = {}) => scene.event({ visibility: 'private', ...fields });

const messageOf = (event: EventBody): Promise<DiscordMessage> =>
  eventually(async () => {
    const [message] = (await mirrorsOf(discord, server, event.id)).messages;
    if (message === undefined) throw new Error('no message yet');
    return message;
  });

async function click(event: EventBody, who: TestUser, label = "S'inscrire"): Promise<string> {
  const { data, follow_ups }: Acknowledged = await discord.click(
    await messageOf(event),
    who.discord_id,
    label,
  );
  return [data?.content, ...follow_ups.map(({ content }) => content)].join(' ');
}

describe('a public event for members', () => {
  it('is seen by everybody, joined by members and holders of a named role, and tells others the next step', async () => {
    const event = await scene.event({ members_only: true });
    expect(event).toMatchObject({ members_only: true });
    const join = (who: TestUser) => who.post<ProblemBody>(`/events/${event.id}/signups`);
    expect((await stranger.get(`/events/${event.id}`)).status).toBe(200);
    expect(await join(stranger)).toMatchObject({ status: 403, body: { code: 'signup_restricted' } });
    expect((await join(member)).status).toBe(201);
    expect(JSON.stringify(await messageOf(event))).toContain("réservées à l'organisation");
    expect(await click(event, stranger)).toContain('/organisation rejoindre');

    await scene.admin.patch(`/events/${event.id}`, { signup_role_ids: [guestRole] });
    expect(await click(event, guest)).toContain('Inscription confirmée');
    expect((await join(stranger)).status).toBe(403);
    await scene.admin.patch(`/events/${event.id}`, { members_only: false, signup_role_ids: [] });
    expect((await join(stranger)).status).toBe(201);
  });
});

describe('a private event', () => {
  it('is joined on Discord by members and by holders of a named role; others are told why not', async () => {
    const event = await privately({ signup_role_ids: [guestRole] });
    expect(await click(event, member)).toContain('Inscription confirmée');
    expect(await click(event, guest)).toContain('Inscription confirmée');
    expect(await click(event, stranger)).toContain("réservées aux membres de l'organisation");
    expect(await click(event, stranger, 'Se désinscrire')).toContain(
      "réservées aux membres de l'organisation",
    );
    const { body } = await scene.admin.get<EventBody>(`/events/${event.id}`);
    expect(body.confirmed_count).toBe(2);
  });

  it('shows a calendar link that any calendar program can open', async () => {
    const message = JSON.stringify(await messageOf(await privately()));
    const [, path = ''] = /(\/events\/[^/]+\/ics\?key=[\w-]+)\)/u.exec(message) ?? [];
    expect((await app.anyone.get(path)).status).toBe(200);
  });

  it('is for members alone when no role is named', async () => {
    const event = await privately();
    expect(await click(event, guest)).toContain("réservées aux membres de l'organisation");
    expect(await click(event, member)).toContain('Inscription confirmée');
  });

  it('is seen and joined over REST by the same people, and 404 for others', async () => {
    const event = await privately({ signup_role_ids: [guestRole] });
    for (const path of ['', '/signups', '/ics']) {
      const statuses = [member, guest, stranger].map(
        async (who) => (await who.get(`/events/${event.id}${path}`)).status,
      );
      expect(await Promise.all(statuses), path).toEqual([200, 200, 404]);
    }
    const signups = [member, guest, stranger].map(
      async (who) => (await who.post(`/events/${event.id}/signups`)).status,
    );
    expect(await Promise.all(signups)).toEqual([201, 201, 404]);
    expect((await guest.patch(`/events/${event.id}`, { title: 'Not yours' })).status).toBe(403);
  });

  it('is not seen over REST by a holder of the role while the server belongs to nobody', async () => {
    const event = await privately({ signup_role_ids: [guestRole] });
    await scene.admin.delete(`/discord/guilds/${server.id}`);
    expect((await guest.get(`/events/${event.id}`)).status).toBe(404);
  });

  it('says 503, not 404, to who may hold the role while Discord is away; members go on', async () => {
    const event = await privately({ signup_role_ids: [guestRole] });
    await discord.faults({ method: 'GET', path: `/guilds/${server.id}/members/`, status: 503, times: 1 });
    expect((await guest.get(`/events/${event.id}`)).status).toBe(503);
    expect((await member.get(`/events/${event.id}`)).status).toBe(200);
    expect((await guest.get(`/events/${event.id}`)).status).toBe(200);
  });

  it('is not shown on the server of another organization', async () => {
    const other = await aScene(app);
    const foreign = await openServer();
    await other.register(foreign);
    const event = await privately();
    const asked = await scene.admin.post<ProblemBody>(`/discord/events/events/create/${event.id}`, {
      guild_ids: [foreign.id],
    });
    expect(asked.status).toBe(422);
    expect(asked.body.errors).toMatchObject([{ field: 'guild_ids.0' }]);
    await messageOf(event);
    expect(await mirrorsOf(discord, foreign, event.id)).toEqual({ events: [], messages: [] });
  });
});

describe('a private event on a server that another organization has now', () => {
  it('is taken away from there, and its roles let nobody in any more', async () => {
    const event = await privately({ signup_role_ids: [guestRole] });
    const message = await messageOf(event);
    const other = await aScene(app);
    const guilds = app.verselink.app.get<Model<unknown>>(getModelToken(GUILD_MODEL), { strict: false });
    await guilds.updateOne({ guild_id: server.id }, { $set: { org_id: other.orgId } });
    const answer = await discord.click(message, guest.discord_id, "S'inscrire");
    expect(answer.data?.content).toContain('réservées');
    const list = await discord.click(message, guest.discord_id, 'Voir les inscrits');
    expect(list.data?.content).toContain("n'existe plus");
    const mirror = { event_id: event.id, guild_id: server.id };
    await app.verselink.app.get(Reconciler, { strict: false }).reconcile(mirror);
    const { events, messages } = await mirrorsOf(discord, server, event.id);
    const { body } = await scene.admin.get(`/discord/events/events/${event.id}/discord`);
    expect(body).toMatchObject([{ sync_state: 'removed' }]);
    expect([events.filter(({ status }) => status === 1), messages]).toEqual([[], []]);
  });
});

describe('the roles that an organizer names', () => {
  it('are read, edited, emptied, and also narrow a public event', async () => {
    const event = await scene.event();
    expect(event).toMatchObject({ signup_role_ids: [] });
    const path = `/events/${event.id}`;
    const edited = await scene.admin.patch(path, { signup_role_ids: [guestRole] });
    expect(edited.body).toMatchObject({ signup_role_ids: [guestRole] });
    const refused = await stranger.post<ProblemBody>(`${path}/signups`);
    expect([refused.status, refused.body.code]).toEqual([403, 'signup_restricted']);
    expect((await stranger.get(path)).status).toBe(200);
    expect((await guest.post(`${path}/signups`)).status).toBe(201);
    await scene.admin.patch(path, { signup_role_ids: [] });
    expect((await stranger.post(`${path}/signups`)).status).toBe(201);
  });

  it('let in everybody on the server when they name its @everyone', async () => {
    const event = await privately({ signup_role_ids: [server.id] });
    expect(await click(event, stranger)).toContain('Inscription confirmée');
    expect((await guest.get(`/events/${event.id}`)).status).toBe(200);
  });

  it('are roles of the organization’s servers, at most 25, each once', async () => {
    const foreign = nextDiscordId();
    const create = (signupRoleIds: unknown) =>
      scene.admin.post<ProblemBody>('/events', {
        org_id: scene.orgId,
        title: 'Night raid',
        description: 'A raid on a bunker, at night.',
        type: 'raid',
        start_at_utc: new Date(Date.now() + 86_400_000).toISOString(),
        duration_minutes: 60,
        signup_role_ids: signupRoleIds,
      });
    const unknown = await create([guestRole, foreign]);
    expect(unknown.status).toBe(422);
    expect(unknown.body.errors).toMatchObject([{ field: 'signup_role_ids.1' }]);
    const many = Array.from({ length: 26 }, () => nextDiscordId());
    for (const wrong of [many, [guestRole, guestRole], ['pilot'], [12], guestRole, null]) {
      expect((await create(wrong)).status, JSON.stringify(wrong)).toBe(422);
    }
    const event = await scene.event();
    const edit = await scene.admin.patch(`/events/${event.id}`, { signup_role_ids: [foreign] });
    expect(edit.status).toBe(422);
  });
});

describe('the notes of a signup', () => {
  it('are read by their author and by staff', async () => {
    const event = await scene.event();
    await member.post(`/events/${event.id}/signups`, { notes: 'I come late' });
    await guest.post(`/events/${event.id}/signups`, { notes: 'My first raid' });
    const notes = async (who: TestUser) => {
      const { body } = await who.get<{ items: { notes: string | null }[] }>(`/events/${event.id}/signups`);
      return body.items.map((row) => row.notes);
    };
    expect(await notes(scene.admin)).toEqual(['I come late', 'My first raid']);
    expect(await notes(member)).toEqual(['I come late', null]);
    expect(await notes(guest)).toEqual([null, 'My first raid']);
    expect(await notes(stranger)).toEqual([null, null]);
    expect(await click(event, stranger, 'Voir les inscrits')).not.toMatch(/late|first/);
  });
});
