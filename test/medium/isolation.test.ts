import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp, type TestUser } from '../support/app.js';
import { startDiscord, type TestDiscord, type TestGuild } from '../support/discord.js';
import { DiscordPerson, readingOf } from '../support/discord-person.js';
import { eventually } from '../support/eventually.js';
import { aScene, mirrorsOf, type EventBody, type Scene } from '../support/scene.js';

// What an organization keeps to itself, looked for wherever a stranger could look. That a hidden thing is answered like one that is
// not there is shown for every operation by permissions.test.ts.

const SECRET = 'Operation Nightfall';

let discord: TestDiscord;
let app: TestApp;
let ours: Scene;
let theirs: Scene;
let ourServer: TestGuild;
let theirServer: TestGuild;
let stranger: TestUser;
let hidden: EventBody;
let draft: EventBody;
let unlisted: EventBody;

beforeAll(async () => {
  discord = await startDiscord({ rateLimits: { enabled: false } });
  app = await startApp({ run: 'api,bot,worker', env: discord.env });
  [ours, theirs, stranger] = [await aScene(app), await aScene(app), await app.user({ handle: 'Stranger' })];
  [ourServer, theirServer] = [await discord.guild(), await discord.guild()];
  await theirServer.admit(stranger.discord_id, []);
  await ours.register(ourServer);
  await theirs.register(theirServer);
  await ours.admin.patch(`/organizations/${ours.orgId}`, {
    name: `${SECRET} Squadron`,
    visibility: 'private',
  });
  hidden = await ours.event({ title: SECRET, visibility: 'private' });
  draft = await ours.event({ title: `${SECRET} draft`, state: 'draft' });
  unlisted = await ours.event({ title: `${SECRET} unlisted`, visibility: 'unlisted' });
  await theirs.event({ title: 'Open house' });
  // Once ours shows it, whatever the others' server would show is there as well.
  await eventually(async () => {
    expect((await mirrorsOf(discord, ourServer, hidden.id)).messages).toHaveLength(1);
  });
}, 60_000);
afterAll(async () => {
  await app.close();
  await discord.close();
});

/** A channel of direct messages between the bot and somebody. */
async function directMessages(userId: string): Promise<string> {
  const response = await fetch(`${discord.env['DISCORD_API_URL'] ?? ''}/v10/users/@me/channels`, {
    method: 'POST',
    headers: {
      authorization: `Bot ${discord.env['DISCORD_BOT_TOKEN'] ?? ''}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ recipient_id: userId }),
  });
  return ((await response.json()) as { id: string }).id;
}

describe('what is private, unlisted or a draft', () => {
  it('is in no list over REST', async () => {
    const lists = [
      '/events?limit=100',
      '/events?limit=100&state=draft',
      `/events?limit=100&org_id=${ours.orgId}`,
      '/organizations?limit=100',
      '/discord/guilds?limit=100',
      '/discord/role-mappings?limit=100',
    ];
    for (const list of lists) {
      const { body } = await stranger.get(list);
      for (const trace of [SECRET, hidden.id, draft.id, unlisted.id, ourServer.id]) {
        expect(JSON.stringify(body), list).not.toContain(trace);
      }
    }
  });

  it('is in no calendar file, but for the unlisted one whose address is known', async () => {
    const ics = (id: string) => app.anyone.get(`/events/${id}/ics`);
    const nothing = await ics('01980000-0000-7000-8000-000000000000');
    for (const { id } of [hidden, draft]) {
      const { status, body } = await ics(id);
      expect({ status, body }).toEqual({ status: nothing.status, body: nothing.body });
    }
    expect((await ics(unlisted.id)).status).toBe(200);
  });

  it('is in no figures of a stranger', async () => {
    for (const figures of ['/discord/stats', '/discord/events/stats/events', '/discord/bot-events/stats']) {
      expect(await stranger.get(figures)).toMatchObject({
        status: 403,
        body: { code: 'site_admin_required' },
      });
    }
  });

  it('is on no server of others', async () => {
    const server = JSON.stringify(await discord.read(theirServer.id));
    for (const trace of [SECRET, hidden.id, draft.id]) expect(server).not.toContain(trace);
  });

  it.each(['on a server of others', 'in direct messages'])(
    'is in no answer of a command %s',
    async (where) => {
      const isServer = where === 'on a server of others';
      const place = isServer
        ? { guild_id: theirServer.id, channel_id: theirServer.channelId }
        : { channel_id: await directMessages(stranger.discord_id) };
      const person = new DiscordPerson(discord, stranger.discord_id, place);
      const listed = await person.command('event list').then(readingOf, String);
      const shown = [hidden, draft].map(({ id }) =>
        person.command('event show', { event: id }).then(readingOf, String),
      );
      const named = person.command('event show', { event: SECRET }).then(readingOf, String);
      const help = person.command('help').then(readingOf);
      for (const said of [listed, ...(await Promise.all([...shown, named, help]))])
        expect(said).not.toContain(SECRET);
      // It is no silence: what is open is told where commands about events are offered at all.
      if (isServer) expect(listed).toContain('Open house');
      const offered = await person.choices('event show', { event: 'night' }, 'event').catch(() => []);
      expect(offered.join()).not.toContain(SECRET);
    },
  );
});
