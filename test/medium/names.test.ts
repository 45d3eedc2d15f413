import { parse } from 'discord-markdown-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp, type TestUser } from '../support/app.js';
import type { ProblemBody } from '../support/client.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';
import { eventually } from '../support/eventually.js';
import { aScene, mirrorsOf, type Scene } from '../support/scene.js';

type Node = ReturnType<typeof parse>[number];

let discord: TestDiscord;
let app: TestApp;
let scene: Scene;
let admin: TestUser;

beforeAll(async () => {
  discord = await startDiscord();
  app = await startApp({ run: 'api,bot,worker', env: discord.env });
  scene = await aScene(app);
  admin = scene.admin;
});

afterAll(async () => {
  await app.close();
  await discord.close();
});

const inTwoDays = () => new Date(Date.now() + 2 * 86_400_000).toISOString();
const anEvent = (fields: object) => ({
  org_id: scene.orgId,
  title: 'Night raid',
  description: 'A raid on a bunker, at night.',
  type: 'raid',
  start_at_utc: inTwoDays(),
  duration_minutes: 60,
  ...fields,
});

const NO_NAMES = [
  ['a zero-width space', '\u200B\u200B\u200B\u200B\u200B'],
  ['Hangul fillers', '\u3164\u3164\u3164\u3164\u3164'],
  ['two lines', 'Night\nraid'],
  ['a bidirectional override', 'Night \u202Edair'],
  ['a hidden character', 'Night\u200B raid'],
] as const;

describe('what is no name', () => {
  it.each(NO_NAMES)('is refused everywhere: %s', async (_what, name) => {
    const role = { name: 'Tank', capacity: 1 };
    const guild = { guild_id: '100000000000000001', owner_id: '100000000000000002', org_id: scene.orgId };
    const bodies = [
      ['/events', anEvent({ title: name }), 'title'],
      ['/events', anEvent({ location: name }), 'location'],
      ['/events', anEvent({ roles: [{ ...role, name }] }), 'roles.0.name'],
      [
        '/events',
        anEvent({ fleet_ships: [{ ship_model: name, required_crew: 1 }] }),
        'fleet_ships.0.ship_model',
      ],
      ['/organizations', { name, tag: 'NONAME' }, 'name'],
      ['/discord/guilds', { ...guild, guild_name: name }, 'guild_name'],
    ] as const;
    for (const [path, body, field] of bodies) {
      const answer = await admin.post<ProblemBody>(path, body);
      expect(answer.status, field).toBe(422);
      expect(answer.body.errors?.map((error) => error.field)).toEqual([field]);
    }
    expect((await admin.patch('/users/me', { handle: name })).status).toBe(422);
  });

  it('is kept out of texts where it could turn them around, not where it is a line', async () => {
    const description = 'First line.\r\n\tSecond line.';
    expect((await admin.post('/events', anEvent({ description }))).body).toMatchObject({ description });
    const turned = await admin.post<ProblemBody>('/events', anEvent({ description: `${description}\u202E` }));
    expect(turned.body.errors).toMatchObject([{ field: 'description' }]);
  });
});

describe('names that look alike', () => {
  it.each(['tank', 'Tank ', 'Тank', 'ＴＡＮＫ'])(
    'cannot be two roles of an event: Tank and %j',
    async (name) => {
      const roles = [
        { name: 'Tank', capacity: 1 },
        { name, capacity: 1 },
      ];
      const answer = await admin.post<ProblemBody>('/events', anEvent({ roles }));
      expect(answer.body.errors).toMatchObject([{ field: 'roles.1.name' }]);
    },
  );

  it('are composed before they are kept', async () => {
    const answer = await admin.post('/events', anEvent({ title: '  Ope\u0301ration  ' }));
    expect(answer.body).toMatchObject({ title: 'Opération' });
  });

  it('cannot be two handles: one is refused when chosen, and made longer when it comes from Discord', async () => {
    const eve = await app.user({ handle: 'Eve' });
    const twin = await app.user({ handle: '\u202E EVE\u200B' });
    const handleOf = async (user: TestUser) => (await user.get<{ handle: string }>('/users/me')).body.handle;
    expect(await handleOf(eve)).toBe('Eve');
    expect(await handleOf(twin)).toBe(`EVE-${twin.discord_id.slice(-4)}`);
    expect(await twin.patch('/users/me', { handle: 'Еve' })).toMatchObject({
      status: 409,
      body: { code: 'handle_taken' },
    });
    expect((await eve.patch('/users/me', { handle: 'EVE' })).status).toBe(200);
    expect((await eve.patch('/users/me', { handle: 'Evelyn' })).status).toBe(200);
    expect((await twin.patch('/users/me', { handle: 'Eve' })).body).toMatchObject({ handle: 'Eve' });
  });
});

describe('what looks like markup', () => {
  const title = 'Op **Nuit** [clic](https://example.org) *étoile';
  const roleName = '||Tank|| *1*';
  const location = '# Port <@100000000000000001>';

  /** The text that Discord shows. Of markup, only our own is allowed: bold, mentions, times, emoji, the calendar's link. */
  const shown = (text = ''): string => parse(text, 'extended').map(shownNode).join('');
  const shownNode = (node: Node): string => {
    if (node.type === 'text') return String(node['content']);
    if (node.type === 'twemoji') return String(node['name']);
    if (node.type === 'strong') return (node['content'] as Node[]).map(shownNode).join('');
    if (node.type === 'link')
      expect(node['target']).toMatch(/^http:\/\/localhost:\d+\/api\/v1\/events\/[^/]+\/ics$/);
    else expect(['br', 'user', 'timestamp']).toContain(node.type);
    return '';
  };

  it('is shown letter for letter in the message, the answers and the lists', async () => {
    const guild = await discord.guild([{ username: 'nova', locale: 'fr' }]);
    const [nova = ''] = guild.memberIds;
    await scene.register(guild);
    const event = await scene.event({ title, location, roles: [{ name: roleName, capacity: 1 }] });
    const { message, scheduled } = await eventually(async () => {
      const { messages, events } = await mirrorsOf(discord, guild, event.id);
      if (messages[0] === undefined || events[0] === undefined) throw new Error('not shown yet');
      return { message: messages[0], scheduled: events[0] };
    });

    const [embed] = message.embeds;
    expect(shown(embed?.title)).toBe(title);
    expect(embed?.fields?.map(({ value }) => shown(value))).toContain(location);
    expect(embed?.fields?.map(({ name }) => shown(name))).toContain(`${roleName} (0/1)`);
    // Discord reads no markup here.
    expect(scheduled).toMatchObject({ name: title, entity_metadata: { location } });
    expect(message.components[1]?.components[0]?.options?.[0]?.label).toBe(roleName);

    const chosen = await discord.choose(message, nova, roleName);
    expect(shown(chosen.data?.content)).toBe(`✅ Inscription confirmée : ${title} — ${roleName}`);
    const list = await discord.click(message, nova, 'Voir les inscrits');
    expect(shown(list.data?.content)).toContain(`${roleName} (1/1)`);
    for (const [name, text] of [
      ['event', title],
      ['my', roleName],
    ]) {
      const options = [{ type: 1, name: name === 'my' ? 'events' : 'list' }];
      const answer = await discord.control<{ data: { content: string } }>('POST', '/interactions/command', {
        guild_id: guild.id,
        channel_id: guild.channelId,
        user_id: nova,
        name,
        options,
      });
      expect(shown(answer.data.content)).toContain(text);
    }
  });
});

describe('a date that is none', () => {
  it.each([
    '2027-150T10:00:00Z',
    '2027-02-30T10:00:00Z',
    '2027-01-01T25:00:00Z',
    '2027-W10-1T10:00:00Z',
    '2027-01-01',
  ])('is 422 in bodies and queries: %s', async (moment) => {
    const event = await scene.event();
    const query = encodeURIComponent(moment);
    const root = await app.user({ site_admin: true });
    const answers = [
      await admin.post<ProblemBody>('/events', anEvent({ start_at_utc: moment })),
      await admin.patch<ProblemBody>(`/events/${event.id}`, { start_at_utc: moment }),
      await admin.get<ProblemBody>(`/events?from=${query}`),
      await admin.get<ProblemBody>(`/events?to=${query}`),
      await root.get<ProblemBody>(`/discord/bot-events?from=${query}`),
      await root.get<ProblemBody>(`/discord/bot-events/stats?to=${query}`),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 422));
    expect(answers.map(({ body }) => body.errors?.[0]?.field)).toEqual([
      'start_at_utc',
      'start_at_utc',
      'from',
      'to',
      'from',
      'to',
    ]);
  });
});
