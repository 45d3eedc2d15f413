import { createConnection, type Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp, type TestUser } from '../support/app.js';
import type { ProblemBody } from '../support/client.js';
import {
  componentsOf,
  startDiscord,
  type Acknowledged,
  type DiscordMessage,
  type TestDiscord,
  type TestGuild,
} from '../support/discord.js';
import { aScene, type Scene } from '../support/scene.js';

interface Invite {
  readonly id: string;
  readonly code: string;
  readonly url: string;
  readonly uses: number;
  readonly expires_at: string;
}
interface Row {
  readonly id: string;
  readonly user_id: string;
  readonly role: string;
}
interface List<T> {
  readonly items: readonly T[];
}

let app: TestApp;
let discord: TestDiscord;
let connection: Connection;
let scene: Scene;

beforeAll(async () => {
  discord = await startDiscord();
  app = await startApp({ run: 'api,bot,worker', env: discord.env });
  connection = await createConnection(app.databases.mongodbUri).asPromise();
});
afterAll(async () => {
  await connection.close();
  await app.close();
  await discord.close();
});

const path = () => `/organizations/${scene.orgId}`;
const memberIds = async () =>
  (await scene.admin.get<List<Row>>(`${path()}/members`)).body.items.map(({ user_id }) => user_id);
const withRole = async (role: string, of: Scene = scene): Promise<TestUser> => {
  const user = await app.user();
  await of.admin.put(`/organizations/${of.orgId}/members/${user.id}`, { role });
  return user;
};
const codeOf = ({ status, body }: { status: number; body: ProblemBody }) => [status, body.code];

describe('invites', () => {
  const invite = async (fields: object = {}) =>
    (await scene.admin.post<Invite>(`${path()}/invites`, fields)).body;
  const accept = (user: TestUser, code: string) => user.post<ProblemBody>(`/invites/${code}/accept`);
  beforeAll(async () => (scene = await aScene(app)));

  it('let people in by their link, until they are used up', async () => {
    await scene.admin.patch(path(), { visibility: 'private' });
    const { code, url, expires_at } = await invite({ max_uses: 2, expires_in_hours: 1 });
    expect(url).toBe(`${app.config.publicUrl}/invites/${code}`);
    expect(Math.round((Date.parse(expires_at) - Date.now()) / 60_000)).toBe(60);
    const crowd = await Promise.all([app.user(), app.user(), app.user(), app.user()]);
    const [first] = crowd;
    expect((await first.get(`/invites/${code}`)).body).toMatchObject({ org_id: scene.orgId });
    const answers = await Promise.all(crowd.map((user) => accept(user, code)));
    expect(answers.map(codeOf).sort()).toEqual([
      [200, undefined],
      [200, undefined],
      [409, 'invite_used_up'],
      [409, 'invite_used_up'],
    ]);
    expect(await memberIds()).toHaveLength(3);
  });

  it('count nobody who is a member already, nor anybody twice', async () => {
    const { code, id } = await invite({ max_uses: 2 });
    const user = await app.user();
    await accept(scene.admin, code);
    const twice = await Promise.all([accept(user, code), accept(user, code)]);
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
    const { items } = (await scene.admin.get<List<Invite>>(`${path()}/invites`)).body;
    expect(items.find((one) => one.id === id)).toMatchObject({ uses: 1 });
  });

  it('are no more once they are revoked or have expired', async () => {
    const user = await app.user();
    const [revoked, expired] = [await invite(), await invite()];
    expect((await scene.admin.delete(`${path()}/invites/${revoked.id}`)).status).toBe(204);
    await connection
      .collection<{ _id: string }>('org_invites')
      .updateOne({ _id: expired.id }, { $set: { expires_at: new Date(Date.now() - 1) } });
    for (const { code } of [revoked, expired, { code: 'made-up' }]) {
      expect(codeOf(await accept(user, code))).toEqual([404, 'invite_not_found']);
      expect((await user.get(`/invites/${code}`)).status).toBe(404);
    }
  });

  it("are made by the organization's admins alone", async () => {
    const staff = await withRole('staff');
    expect(codeOf(await staff.post<ProblemBody>(`${path()}/invites`))).toEqual([403, 'org_role_required']);
    const stranger = await app.user();
    expect(codeOf(await stranger.post<ProblemBody>(`${path()}/invites`))).toEqual([
      404,
      'organization_not_found',
    ]);
  });
});

describe('requests to join', () => {
  beforeAll(async () => (scene = await aScene(app)));
  const ask = (user: TestUser) =>
    user.post<Row & ProblemBody>(`${path()}/join-requests`, { message: 'I fly a Hull C.' });

  it('are decided by staff, once', async () => {
    const [staff, member, user, other] = [
      await withRole('staff'),
      await withRole('member'),
      await app.user({ handle: 'Nova' }),
      await app.user(),
    ];
    const { id } = (await ask(user)).body;
    expect(codeOf(await ask(user))).toEqual([409, 'join_request_pending']);
    expect(codeOf(await ask(member))).toEqual([409, 'already_member']);
    const declined = (await ask(other)).body;
    const list = (who: TestUser) => who.get<List<Row>>(`${path()}/join-requests`);
    expect((await list(staff)).body.items).toMatchObject([{ id, handle: 'Nova' }, { id: declined.id }]);
    expect((await list(member)).status).toBe(403);

    const decide = (who: TestUser, request: string, what: string) =>
      who.post<ProblemBody>(`${path()}/join-requests/${request}/${what}`);
    expect((await decide(member, id, 'accept')).status).toBe(403);
    const both = await Promise.all([decide(staff, id, 'accept'), decide(scene.admin, id, 'accept')]);
    expect(both.map(codeOf).sort()).toEqual([
      [200, undefined],
      [409, 'join_request_decided'],
    ]);
    expect((await decide(staff, declined.id, 'decline')).body).toMatchObject({ state: 'declined' });
    expect(await memberIds()).toContain(user.id);
    expect(await memberIds()).not.toContain(other.id);
    // Asking again is possible; another organization's staff cannot decide.
    const again = (await ask(other)).body.id;
    const elsewhere = await aScene(app);
    const foreign = `/organizations/${elsewhere.orgId}/join-requests/${again}/accept`;
    expect((await elsewhere.admin.post(foreign)).status).toBe(404);
    expect((await other.delete(`${path()}/join-requests/me`)).status).toBe(204);
  });

  it('are made and decided on Discord', async () => {
    const guild = await discord.guild([
      { username: 'castor', locale: 'en-GB' },
      { username: 'orion', locale: 'fr' },
      { username: 'vega', locale: 'en-GB' },
    ]);
    await scene.register(guild);
    const [nova = '', orion = '', vega = ''] = guild.memberIds;
    const command = (userId: string, name: string) => organization(guild, userId, name);
    const orionUser = await discordUser(guild, orion);
    await scene.admin.put(`${path()}/members/${orionUser}`, { role: 'staff' });

    expect(textOf(await command(nova, 'join'))).toContain('Your request is sent');
    expect(textOf(await command(vega, 'requests'))).toContain("the organization's staff");
    const listed = await command(orion, 'requests');
    expect(textOf(listed)).toContain('castor');
    const accept = () => discord.click(listed.message, orion, 'Accepter castor');
    expect(textOf(await accept())).toContain('**castor** fait maintenant partie');
    expect(textOf(await accept())).toContain('déjà reçu une réponse');
    expect(await memberIds()).toContain(await discordUser(guild, nova));
    await command(vega, 'join');
    const { message } = await command(orion, 'requests');
    expect(textOf(await discord.click(message, orion, 'Refuser vega'))).toContain('est refusée');
    expect(await memberIds()).not.toContain(await discordUser(guild, vega));
  });

  it('are told to staff in a direct message, whose buttons decide, also after everything was restarted', async () => {
    const guild = await discord.guild([
      { username: 'rigel', locale: 'en-GB' },
      { username: 'deneb', locale: 'fr' },
    ]);
    await scene.register(guild);
    const [rigel = '', deneb = ''] = guild.memberIds;
    await scene.admin.put(`${path()}/members/${await discordUser(guild, deneb)}`, { role: 'staff' });
    expect(textOf(await organization(guild, rigel, 'join'))).toContain('Your request is sent');
    const told = () => discord.control<DiscordMessage[]>('GET', `/users/${deneb}/dms`);
    await expect.poll(told, { timeout: 20_000 }).toHaveLength(1);
    const [notice] = await told();
    if (notice === undefined) throw new Error('no message');
    const organizationName = (await scene.admin.get<{ name: string }>(path())).body.name;
    expect(notice.content).toBe(`📨 **rigel** demande à rejoindre **${organizationName}**.`);
    // Nothing of it is in a process: the button alone says what it is about.
    expect(componentsOf(notice).map(({ custom_id }) => custom_id)).toEqual([
      expect.stringMatching(/^vo1\/accept\/[\da-f-]{36}$/),
      expect.stringMatching(/^vo1\/decline\/[\da-f-]{36}$/),
    ]);
    expect(textOf(await discord.click(notice, rigel, 'Accepter rigel'))).not.toContain(
      'fait maintenant partie',
    );
    expect(textOf(await discord.click(notice, deneb, 'Accepter rigel'))).toContain(
      '**rigel** fait maintenant partie',
    );
    expect(await memberIds()).toContain(await discordUser(guild, rigel));
    expect(await told()).toHaveLength(1);
  });

  async function discordUser(guild: TestGuild, discordId: string): Promise<string> {
    await organization(guild, discordId, 'requests');
    const user = await connection.collection<{ _id: string }>('users').findOne({ discord_id: discordId });
    return user?._id ?? '';
  }
  const organization = (guild: TestGuild, userId: string, name: string) =>
    discord.control<Acknowledged & { message: DiscordMessage }>('POST', '/interactions/command', {
      guild_id: guild.id,
      channel_id: guild.channelId,
      user_id: userId,
      name: 'organization',
      options: [{ name, type: 1 }],
    });
  const textOf = ({ data, follow_ups }: Acknowledged): string =>
    [data?.content, ...follow_ups.map(({ content }) => content)].join(' ');
});

describe('ownership', () => {
  beforeAll(async () => (scene = await aScene(app)));

  it('goes to another member, and only then may the owner leave', async () => {
    const [heir, admin, stranger] = [await withRole('member'), await withRole('admin'), await app.user()];
    const transfer = (who: TestUser, userId: string) =>
      who.post<ProblemBody>(`${path()}/transfer`, { user_id: userId });
    const leave = () => scene.admin.delete<ProblemBody>(`${path()}/members/${scene.admin.id}`);
    expect(codeOf(await leave())).toEqual([409, 'owner_stays_admin']);
    expect(codeOf(await transfer(admin, heir.id))).toEqual([403, 'org_role_required']);
    expect(codeOf(await transfer(scene.admin, stranger.id))).toEqual([409, 'not_a_member']);
    expect((await transfer(scene.admin, heir.id)).body).toMatchObject({ owner_id: heir.id });
    expect((await heir.patch(path(), { description: 'Mine now.' })).status).toBe(200);
    expect(codeOf(await transfer(scene.admin, admin.id))).toEqual([403, 'org_role_required']);
    expect((await leave()).status).toBe(204);
  });

  it('leaves every organization with an owner who is its admin, also when they are removed at that moment', async () => {
    const heir = await withRole('member');
    const { owner_id } = (await heir.get<{ owner_id: string }>(path())).body;
    const owner = await connection.collection<{ _id: string }>('users').findOne({ _id: owner_id });
    expect(owner).not.toBeNull();
    const race = await aScene(app);
    const next = await withRole('admin', race);
    await Promise.all([
      race.admin.post(`/organizations/${race.orgId}/transfer`, { user_id: next.id }),
      next.delete(`/organizations/${race.orgId}/members/${next.id}`),
    ]);
    const { owner_id: now } = (await race.admin.get<{ owner_id: string }>(`/organizations/${race.orgId}`))
      .body;
    const membership = await connection
      .collection('org_members')
      .findOne({ org_id: race.orgId, user_id: now });
    expect(membership).toMatchObject({ role: 'admin' });
  });
});
