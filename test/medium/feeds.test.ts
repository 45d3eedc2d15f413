import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp, type TestUser } from '../support/app.js';
import type { Answer, ProblemBody } from '../support/client.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';
import { DiscordPerson, readingOf } from '../support/discord-person.js';
import type { List } from '../support/events-api.js';
import { aScene, type Scene } from '../support/scene.js';

let discord: TestDiscord;
let app: TestApp;
let scene: Scene;
let member: TestUser;

beforeAll(async () => {
  discord = await startDiscord({ rateLimits: { enabled: false } });
  app = await startApp({ run: 'api,bot,worker', env: { ...discord.env, RATE_LIMIT: '60/1h' } });
  scene = await aScene(app);
  member = await app.user();
  await scene.admin.put(`/organizations/${scene.orgId}/members/${member.id}`, { role: 'member' });
});
afterAll(async () => {
  await app.close();
  await discord.close();
});

interface Feed {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly webcal_url: string;
  readonly last_used_at: string | null;
}

const read = (url: string, headers: Record<string, string> = {}): Promise<Answer<string>> =>
  app.anyone.raw<string>('GET', new URL(url).pathname, { headers });

/** The titles of a calendar's events with their status. */
function entriesOf({ body }: Answer<string>): Record<string, string> {
  const calendar = new ICAL.Component(ICAL.parse(body) as unknown[]);
  const entries = calendar
    .getAllSubcomponents('vevent')
    .map((event) => [event.getFirstPropertyValue('summary'), event.getFirstPropertyValue('status')]);
  return Object.fromEntries(entries) as Record<string, string>;
}

async function ownFeed(user: TestUser): Promise<Feed> {
  const made = await user.post<Feed>('/users/me/feeds', { name: 'Mine; and, nice' });
  expect(made.status).toBe(201);
  return made.body;
}

const organizationFeeds = (id = ''): string => `/organizations/${scene.orgId}/feeds${id && `/${id}`}`;

describe('a personal feed', () => {
  it('follows what a member comes to; what is cancelled stays as cancelled', async () => {
    const [goes, called, other] = [
      await scene.event({ title: 'Goes on' }),
      await scene.event({ title: 'Called off' }),
      await scene.event({ title: 'Not mine' }),
    ];
    for (const { id } of [goes, called, other]) await member.post(`/events/${id}/signups`);
    const feed = await ownFeed(member);
    expect(feed.webcal_url).toBe(feed.url.replace('http:', 'webcal:'));
    await member.delete(`/events/${other.id}/signups/me`);
    await scene.admin.post(`/events/${called.id}/cancel`);
    const answer = await read(feed.url);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(entriesOf(answer)).toEqual({ 'Goes on': 'CONFIRMED', 'Called off': 'CANCELLED' });
    expect(answer.body).toContain(String.raw`X-WR-CALNAME:Mine\; and\, nice`);
  });

  it('has nothing that its member may not see any more; the seat of who is removed is freed', async () => {
    const [removed, stranger] = [await app.user(), await app.user()];
    const path = `/organizations/${scene.orgId}/members/${removed.id}`;
    await scene.admin.put(path, { role: 'member' });
    const secret = await scene.event({ title: 'Secret raid', visibility: 'private' });
    const open = await scene.event({ title: 'Open raid' });
    const closed = await scene.event({ title: 'Raid among us' });
    for (const { id } of [secret, open]) await removed.post(`/events/${id}/signups`);
    await stranger.post(`/events/${closed.id}/signups`);
    await scene.admin.patch(`/events/${closed.id}`, { visibility: 'private' });
    const [feed, other] = [await ownFeed(removed), await ownFeed(stranger)];
    expect(Object.keys(entriesOf(await read(feed.url)))).toHaveLength(2);

    expect((await scene.admin.delete(path)).status).toBe(204);
    expect(Object.keys(entriesOf(await read(feed.url)))).toEqual(['Open raid']);
    expect((await read(other.url)).body).not.toContain('Raid among us');
    for (const [user, title] of [
      [removed, 'Secret raid'],
      [stranger, 'Raid among us'],
    ] as const) {
      const exported = JSON.stringify((await user.get('/users/me/export')).body);
      expect(exported).not.toContain(title);
    }
    const guild = await discord.guild([{ id: stranger.discord_id, username: 'rigel', locale: 'en-US' }]);
    const place = { guild_id: guild.id, channel_id: guild.channelId };
    const person = new DiscordPerson(discord, stranger.discord_id, place);
    await stranger.post(`/events/${open.id}/signups`);
    const own = readingOf(await person.command('my events'));
    expect(own).toContain('Open raid');
    expect(own).not.toContain('Raid among us');
    const seats = async ({ id }: { id: string }) =>
      (await scene.admin.get<{ confirmed_count: number }>(`/events/${id}`)).body.confirmed_count;
    await expect.poll(() => seats(secret)).toBe(0);
    expect([await seats(open), await seats(closed)]).toEqual([2, 1]);
    // They may leave what they cannot see.
    expect((await stranger.delete(`/events/${closed.id}/signups/me`)).status).toBe(200);
  });

  it('answers 304 until something has changed', async () => {
    const user = await app.user();
    const event = await scene.event();
    await user.post(`/events/${event.id}/signups`);
    const { url } = await ownFeed(user);
    const { headers } = await read(url);
    const etag = headers.get('etag') ?? '';
    const since = headers.get('last-modified') ?? '';
    const statuses = async () => [
      (await read(url, { 'if-none-match': etag })).status,
      (await read(url, { 'if-modified-since': since })).status,
    ];
    expect(await statuses()).toEqual([304, 304]);
    await user.delete(`/events/${event.id}/signups/me`);
    expect(await statuses()).toEqual([200, 200]);
  });

  it('is listed without its key, noted when used, and revoked; limited in number', async () => {
    const user = await app.user();
    const { id, url } = await ownFeed(user);
    await read(url);
    const { body } = await user.get<List<Feed>>('/users/me/feeds');
    expect(body.items).toMatchObject([
      { id, name: 'Mine; and, nice', last_used_at: expect.any(String) as string },
    ]);
    expect(JSON.stringify(body)).not.toContain(new URL(url).pathname.slice(-20));
    const exported = (await user.get('/users/me/export')).body;
    expect(exported).toMatchObject({ calendar_feeds: [{ id }] });
    expect((await member.delete(`/users/me/feeds/${id}`)).status).toBe(404);
    expect((await user.delete(`/users/me/feeds/${id}`)).status).toBe(204);
    const madeUp = `${new URL(url).origin}/api/v1/feeds/${'x'.repeat(43)}.ics`;
    const [revoked, unknown] = [await read(url), await read(madeUp)];
    expect([revoked.status, revoked.body]).toEqual([404, unknown.body]);
    for (let made = 0; made < 10; made += 1) await ownFeed(user);
    const more = await user.post<ProblemBody>('/users/me/feeds', { name: 'More' });
    expect([more.status, more.body.code]).toEqual([409, 'limit_reached']);
  });

  it('ends with the account', async () => {
    const user = await app.user();
    const { url } = await ownFeed(user);
    expect((await user.delete('/users/me')).status).toBe(204);
    expect((await read(url)).status).toBe(404);
  });

  it('is given on Discord, to the member alone, and revoked there', async () => {
    const user = await app.user();
    const guild = await discord.guild([{ id: user.discord_id, username: 'vega', locale: 'fr' }]);
    const person = new DiscordPerson(discord, user.discord_id, {
      guild_id: guild.id,
      channel_id: guild.channelId,
    });
    const [, url = ''] = /<(http[^>]+\.ics)>/u.exec(readingOf(await person.command('my calendar'))) ?? [];
    expect((await read(url)).status).toBe(200);
    expect(readingOf(await person.command('my calendar', { revoke: true }))).toContain('coupés');
    expect((await read(url)).status).toBe(404);
  });
});

describe("an organization's feed", () => {
  it('has its public events, and all that was published where its admin said so', async () => {
    const other = await aScene(app);
    const feeds = `/organizations/${other.orgId}/feeds`;
    await other.event({ title: 'Open house' });
    await other.event({ title: 'By link', visibility: 'unlisted' });
    await other.event({ title: 'Secret meeting', visibility: 'private' });
    await other.event({ title: 'A draft', state: 'draft' });
    const open = await other.admin.post<Feed>(feeds, { name: 'Open' });
    const whole = await other.admin.post<Feed>(feeds, { name: 'Whole', include_private: true });
    expect(Object.keys(entriesOf(await read(open.body.url)))).toEqual(['Open house']);
    const all = Object.keys(entriesOf(await read(whole.body.url))).sort();
    expect(all).toEqual(['By link', 'Open house', 'Secret meeting']);
    const { body } = await other.admin.get<List<{ action: string }>>(`/organizations/${other.orgId}/audit`);
    expect(body.items.filter(({ action }) => action === 'feed.created')).toHaveLength(2);
  });

  it('is made, listed and revoked by its admins alone', async () => {
    const made = await scene.admin.post<Feed>(organizationFeeds(), { name: 'Ours' });
    const { id, url } = made.body;
    for (const user of [member, await app.user()]) {
      expect((await user.post(organizationFeeds(), { name: 'Mine' })).status).toBe(403);
      expect((await user.get(organizationFeeds())).status).toBe(403);
      expect((await user.delete(organizationFeeds(id))).status).toBe(403);
    }
    const foreign = await aScene(app);
    const elsewhere = `/organizations/${foreign.orgId}/feeds/${id}`;
    expect((await foreign.admin.delete(elsewhere)).status).toBe(404);
    expect((await read(url)).status).toBe(200);
    expect((await scene.admin.delete(organizationFeeds(id))).status).toBe(204);
    expect((await read(url)).status).toBe(404);
  });

  it('is limited by its own key; keys that open nothing count for their address', async () => {
    const { url } = (await scene.admin.post<Feed>(organizationFeeds(), { name: 'Busy' })).body;
    const madeUp = `${new URL(url).origin}/api/v1/feeds/${'y'.repeat(43)}.ics`;
    const guesses = await Promise.all(Array.from({ length: 20 }, () => read(madeUp)));
    expect(guesses.some(({ status }) => status === 429)).toBe(true);
    expect((await read(url)).status).toBe(200);
    // More than twice as many as may be: while Redis does not answer, the process counts by itself.
    const readings = await Promise.all(Array.from({ length: 130 }, () => read(url)));
    expect(readings.some(({ status }) => status === 429)).toBe(true);
    const { url: other } = (await scene.admin.post<Feed>(organizationFeeds(), { name: 'Quiet' })).body;
    expect((await read(other)).status).toBe(200);
  });
});
