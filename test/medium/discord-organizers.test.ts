import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApp } from '../support/app.js';
import { startDiscord, type DiscordMessage, type TestDiscord, type TestGuild } from '../support/discord.js';
import { DiscordPerson, FORM, readingOf } from '../support/discord-person.js';
import { aScene, mirrorsOf, type EventBody, type Scene } from '../support/scene.js';
import { startAnswering, TRANSPORTS, type Answering } from '../support/transports.js';

let discord: TestDiscord;
let app: TestApp;
let scene: Scene;
let guild: TestGuild;
/** Staff on Discord: one French, one English; and somebody who is no staff. */
let camille: string;
let vega: string;
let stranger: string;
let answering: Answering;

interface Said {
  readonly interaction_id: string;
  readonly type: number;
  readonly data: {
    readonly content?: string;
    readonly custom_id?: string;
    readonly components?: Inputs;
  } | null;
  readonly message: DiscordMessage | null;
  readonly follow_ups: readonly { readonly content?: string }[];
  readonly failed: string | null;
}
type Inputs = readonly {
  readonly components: readonly { readonly custom_id: string; readonly value: string }[];
}[];

const MANAGE_EVENTS = String(1n << 33n);

const person = (id: string): DiscordPerson =>
  new DiscordPerson(discord, id, { guild_id: guild.id, channel_id: guild.channelId });

interface Given {
  readonly [name: string]: string | number;
}

async function command(user: string, words: string, given: Given = {}): Promise<Said> {
  const [group, name] = words.split(' ');
  const options = Object.entries(given).map(([option, value]) => {
    const type = typeof value === 'number' ? 4 : option === 'member' ? 6 : 3;
    return { name: option, type, value };
  });
  return discord.control('POST', '/interactions/command', {
    guild_id: guild.id,
    channel_id: guild.channelId,
    user_id: user,
    name: group,
    options: [{ name, type: 1, options }],
  });
}

function textOf({ data, message, follow_ups, failed }: Said): string {
  expect(failed).toBeNull();
  return [message?.content ?? data?.content, ...follow_ups.map(({ content }) => content)].join(' ');
}

async function press(said: Said, user: string, label: string): Promise<Said> {
  if (said.message === null) throw new Error('no message');
  return await discord.click(said.message, user, label);
}

async function submit(form: Said, user: string, fields: Given): Promise<Said> {
  const before = Object.fromEntries(
    (form.data?.components ?? []).flatMap(({ components }) =>
      components.map(({ custom_id, value }) => [custom_id, value]),
    ),
  );
  return discord.control('POST', '/interactions/modal', {
    interaction_id: form.interaction_id,
    user_id: user,
    custom_id: form.data?.custom_id,
    fields: { ...before, ...fields },
  });
}

async function named(title: string): Promise<EventBody & { start_at_utc: string; description: string }> {
  const { body } = await scene.admin.get<{ items: (EventBody & { title: string })[] }>(
    `/events?org_id=${scene.orgId}&limit=100`,
  );
  const found = body.items.find((item) => item.title === title);
  if (found === undefined) throw new Error(`no event "${title}"`);
  return found as never;
}

describe.each(TRANSPORTS)('over %s', (transport) => {
  beforeAll(async () => {
    discord = await startDiscord();
    answering = await startAnswering(discord, transport);
    app = answering.app;
    scene = await aScene(app);
    const [french, english, other] = [await app.user(), await app.user(), await app.user()];
    guild = await discord.guild(
      [
        { id: french.discord_id, username: 'camille', locale: 'fr' },
        { id: english.discord_id, username: 'vega', locale: 'en-GB', roles: ['Organizers'] },
        { id: other.discord_id, username: 'orion', locale: 'fr' },
      ],
      { roles: [{ name: 'Organizers', permissions: MANAGE_EVENTS }] },
    );
    [camille, vega, stranger] = guild.memberIds as [string, string, string];
    await scene.register(guild);
    for (const { id } of [french, english]) {
      await scene.admin.put(`/organizations/${scene.orgId}/members/${id}`, { role: 'staff' });
    }
  });

  afterAll(async () => {
    await answering.close();
    await discord.close();
  });

  describe('/event create', () => {
    it('shows a draft as members will see it, and publishes it at a click', async () => {
      const draft = await command(camille, 'event create', {
        title: 'Convoi vers Pyro',
        when: 'demain 20h30',
        duration: '1h30',
        seats: 10,
        roles: '🛡️ Escorte 4, ⛏️ Mineur 6',
        place: 'Ruin Station',
      });
      expect(textOf(draft)).toContain('Brouillon');
      const shown = JSON.stringify(draft.message?.embeds);
      expect(shown).toContain('Convoi vers Pyro');
      expect(shown).toContain('🛡️ Escorte (0/4)');
      expect(shown).toContain('1 h 30');
      expect((await named('Convoi vers Pyro')).state).toBe('draft');

      expect(textOf(await press(draft, camille, 'Publier'))).toContain('est publié');
      const { id } = await named('Convoi vers Pyro');
      await expect
        .poll(async () => (await mirrorsOf(discord, guild, id)).messages.length, { timeout: 20_000 })
        .toBe(1);
    });

    it('says all that it does not understand, and saves nothing', async () => {
      const said = textOf(
        await command(vega, 'event create', {
          title: 'Op',
          when: 'tomorrow',
          duration: '5',
          roles: 'everyone',
        }),
      );
      expect(said.split('\n')).toHaveLength(5);
      expect(said).toContain('The time is missing');
      expect(said).not.toMatch(/[éè]/);
    });

    it('is for staff alone', async () => {
      const said = textOf(
        await command(stranger, 'event create', { title: 'Not allowed', when: 'demain 20h' }),
      );
      expect(said).toContain('réservé');
    });

    it('reads dates on the clock of the one who writes', async () => {
      expect(textOf(await command(vega, 'my timezone', { timezone: 'America/New_York' }))).toContain(
        'America/New_York',
      );
      const draft = await command(vega, 'event create', {
        title: 'Early in New York',
        when: '24/12/2030 8pm',
      });
      await press(draft, vega, 'Publish');
      expect((await named('Early in New York')).start_at_utc).toBe('2030-12-25T01:00:00.000Z');
      expect(textOf(await command(vega, 'my timezone', { timezone: 'Mars/Olympus' }))).toContain('unknown');
    });

    it('offers drafts again, and drops one', async () => {
      await command(camille, 'event create', { title: 'Premier brouillon', when: 'demain 20h' });
      const second = await command(camille, 'event create', {
        title: 'Second brouillon',
        when: 'demain 21h',
      });
      expect(JSON.stringify(second.message?.components)).toContain('Premier brouillon');
      expect(textOf(await press(second, camille, 'Abandonner'))).toContain('supprimé');
      expect(textOf(await command(camille, 'event delete', { event: 'Premier' }))).toContain('supprimé');
      expect(textOf(await command(camille, 'event delete', { event: 'Premier' }))).toContain("n'existe plus");
    });
  });

  describe('an event', () => {
    it('is changed by a form that says what it is now', async () => {
      const { id } = await scene.event({ title: 'Before', roles: [{ name: 'Pilot', capacity: 2 }] });
      const form = await command(vega, 'event edit', { event: id });
      expect(form.type).toBe(FORM);
      expect(
        textOf(await submit(form, vega, { title: 'After the form', roles: 'Pilot 3\nGunner 1' })),
      ).toContain('is changed');
      expect((await named('After the form')).roles).toMatchObject([
        { name: 'Pilot', capacity: 3 },
        { name: 'Gunner', capacity: 1 },
      ]);
      expect(textOf(await command(vega, 'event edit', { event: id, title: 'By options' }))).toContain(
        'is changed',
      );
      expect((await named('By options')).id).toBe(id);
    });

    it('starts, completes, is cancelled with a reason, and is made again', async () => {
      const { id } = await scene.event({ title: 'Weekly run' });
      const copy = await command(vega, 'event duplicate', { event: id, when: 'in 9 days at 8pm' });
      expect(JSON.stringify(copy.message?.embeds)).toContain('Weekly run');
      expect(textOf(await command(vega, 'event start', { event: id }))).toContain('has begun');
      expect(textOf(await command(vega, 'event start', { event: id }))).toContain('does not allow');
      expect(textOf(await command(vega, 'event complete', { event: id }))).toContain('is completed');
      const other = await scene.event({ title: 'To be cancelled' });
      const unreadable = { event: other.id, reason: 'Too few\u202E pilots' };
      expect(textOf(await command(vega, 'event cancel', unreadable))).toMatch(/^❌/);
      expect(
        textOf(await command(vega, 'event cancel', { event: other.id, reason: 'Too few pilots' })),
      ).toContain('is cancelled');
      const { body } = await scene.admin.get(`/events/${other.id}`);
      expect(body).toMatchObject({ state: 'cancelled', cancel_reason: 'Too few pilots' });
      expect(textOf(await command(stranger, 'event cancel', { event: id, reason: 'x' }))).toMatch(
        /réservé|n'existe plus/,
      );
    });

    it('is offered to its staff with its roles, drafts among them', async () => {
      const { id } = await scene.event({
        title: 'Kept secret',
        state: 'draft',
        roles: [{ name: 'Éclaireur', capacity: 1 }],
      });
      const choices = async (user: string, options: object[]): Promise<unknown> => {
        const { data } = await discord.control<{ data: { choices: { name: string; value: string }[] } }>(
          'POST',
          '/interactions/autocomplete',
          {
            guild_id: guild.id,
            channel_id: guild.channelId,
            user_id: user,
            name: 'event',
            options: [{ name: 'move', type: 1, options }],
          },
        );
        return data.choices.map(({ value }) => value);
      };
      const focused = { name: 'event', type: 3, value: 'secret', focused: true };
      expect(await choices(vega, [focused])).toEqual([id]);
      expect(await choices(stranger, [focused])).toEqual([]);
      const roles = await choices(vega, [
        { name: 'event', type: 3, value: id },
        { name: 'role', type: 3, value: 'eclair', focused: true },
      ]);
      expect(roles).toHaveLength(1);
    });

    it('takes members in, moves them and takes them out', async () => {
      const roles = [
        { name: 'Pilot', capacity: 1 },
        { name: 'Gunner', capacity: 1 },
      ];
      const { id } = await scene.event({ title: 'By hand', roles });
      expect(
        textOf(await command(vega, 'event add', { event: id, member: stranger, role: 'Pilot' })),
      ).toContain('is signed up');
      expect(
        textOf(await command(vega, 'event move', { event: id, member: stranger, role: 'Gunner' })),
      ).toContain('Gunner');
      expect(textOf(await command(vega, 'event participants', { event: id }))).toContain(`<@${stranger}>`);
      expect(textOf(await command(vega, 'event remove', { event: id, member: stranger }))).toContain(
        'no longer',
      );
      expect(textOf(await command(vega, 'event participants', { event: id }))).not.toContain(stranger);
    });
  });

  describe('/event duplicate', () => {
    it('takes everything over but the time, which moves the end of signups with it', async () => {
      const start = Date.parse('2042-01-07T19:00:00.000Z');
      const fields = {
        title: 'Everything of it',
        start_at_utc: new Date(start).toISOString(),
        signup_closes_at: new Date(start - 3_600_000).toISOString(),
        answers: ['tentative'],
        locked: true,
        role_required: true,
        roles: [{ name: 'Pilot', capacity: 2, description: 'Flies.', emoji: '🚀' }],
        fleet_ships: [{ ship_model: 'Carrack', required_crew: 4, notes: 'Fuelled.' }],
        max_participants: 9,
      };
      const { id } = await scene.event(fields);
      await command(vega, 'event duplicate', { event: id, when: '14/01/2042 20:00' });
      const { body } = await scene.admin.get<{ items: { title: string; state: string }[] }>(
        `/events?org_id=${scene.orgId}&limit=100`,
      );
      const copy = body.items.find(({ title, state }) => title === fields.title && state === 'draft');
      const { start_at_utc, signup_closes_at } = copy as unknown as Record<
        'start_at_utc' | 'signup_closes_at',
        string
      >;
      expect(copy).toMatchObject({ ...fields, start_at_utc, signup_closes_at });
      expect(Date.parse(start_at_utc) - Date.parse(signup_closes_at)).toBe(3_600_000);
    });
  });

  describe('/event adopt', () => {
    it('offers what people made on Discord, and takes its id or its name', async () => {
      const made = (name: string): Promise<{ id: string }> => {
        const start = Date.now() + 3_600_000;
        return discord.control('POST', `/guilds/${guild.id}/scheduled-events`, {
          user_id: guild.ownerId,
          name,
          scheduled_start_time: new Date(start).toISOString(),
          scheduled_end_time: new Date(start + 3_600_000).toISOString(),
          entity_type: 3,
          entity_metadata: { location: 'Yela' },
          privacy_level: 2,
        });
      };
      await made('Course à Yela');
      await made('Une autre course');
      expect(await person(camille).choices('event adopt', { event: 'A YELA' }, 'event')).toEqual([
        'Course à Yela',
      ]);
      expect(textOf(await command(camille, 'event adopt', { event: 'course a yela' }))).toContain(
        'événement VerseLink',
      );
      expect((await named('Course à Yela')).state).toBe('published');
      expect(textOf(await command(camille, 'event adopt', { event: 'aucune' }))).toContain('de ce nom');
      expect(textOf(await command(stranger, 'event adopt', { event: 'Une autre course' }))).not.toContain(
        'maintenant',
      );
    });
  });

  describe('the panel of a signup message', () => {
    it('starts, locks, seats by a menu of people and cancels by a form; others are told why not', async () => {
      const { id } = await scene.event({ title: 'Looked after', roles: [{ name: 'Pilot', capacity: 2 }] });
      const messages = async () => (await mirrorsOf(discord, guild, id)).messages;
      await expect.poll(async () => (await messages()).length).toBe(1);
      const [message] = (await messages()) as [DiscordMessage];
      expect(readingOf(await person(stranger).press(message, 'Gérer'))).toContain('organisateurs');
      const panel = await person(vega).press(message, 'Gérer');
      expect(readingOf(panel)).toContain('⚙️ Looked after');
      const started = await person(vega).press(panel, 'Start');
      expect(readingOf(started)).toContain('has begun');
      expect(readingOf(await person(vega).press(started, 'Lock'))).toContain('🔒 answers locked');
      const chosen = await person(vega).press(panel, 'Sign up, move or take out somebody', [stranger]);
      expect(readingOf(chosen)).toContain('not signed up');
      const role = (await scene.admin.get<EventBody>(`/events/${id}`)).body.roles[0]?.id ?? '';
      const seated = await person(vega).press(chosen, 'Choose a role', [role]);
      expect(readingOf(seated)).toContain('is signed up');
      const back = await person(vega).press(seated, 'Back to the event');
      const form = await person(vega).press(back, 'Cancel the event…');
      expect(readingOf(await person(vega).submit(form, { reason: 'Too few' }))).toContain('is cancelled');
      expect((await scene.admin.get(`/events/${id}`)).body).toMatchObject({
        ...{ state: 'cancelled', cancel_reason: 'Too few', confirmed_count: 1 },
      });
    });

    it('opens from the menus of members and messages', async () => {
      const { id } = await scene.event({ title: 'Somebody comes along' });
      const organizer = person(vega);
      const choice = await organizer.menu(2, 'Sign this member up', stranger);
      const chosen = await organizer.press(choice, 'Choose an event', [id]);
      expect(readingOf(await organizer.press(chosen, 'Sign up'))).toContain('is signed up');
      const words = await discord.control<{ id: string }>('POST', '/messages', {
        channel_id: guild.channelId,
        user_id: stranger,
        content: 'Race around Yela\ntomorrow 8pm',
      });
      const form = await organizer.menu(3, 'Make an event of this message', words.id);
      expect(readingOf(await organizer.submit(form, { when: 'tomorrow 8pm' }))).toContain('Race around Yela');
    });
  });

  describe('/setup and /help', () => {
    it('lead from a new server to a connected one, and name the next step', async () => {
      const home = await discord.guild([{ username: 'newcomer', locale: 'fr' }]);
      const newcomer = new DiscordPerson(discord, home.memberIds[0] ?? '', {
        guild_id: home.id,
        channel_id: home.channelId,
      });
      await discord.control('PUT', `/guilds/${home.id}/members/${newcomer.id}`, {
        username: 'newcomer',
        locale: 'fr',
        roles: [home.managerRoleId],
      });
      expect(readingOf(await newcomer.command('help'))).toContain('/réglages');
      const form = await newcomer.press(await newcomer.command('setup'), 'Fonder une organisation');
      expect(form.type).toBe(FORM);
      const tag = `H${Date.now().toString(36).slice(-7)}`;
      const page = await newcomer.submit(form, { name: `Compagnie ${tag}`, tag });
      expect(readingOf(page)).toContain('Prochaine étape : choisissez le salon');
      const chosen = await newcomer.press(page, 'vs1/event_channel_id', [home.channelId]);
      expect(readingOf(chosen)).toContain('Tout est permis');
      // Discord says English of every server that has chosen no language.
      expect(readingOf(page)).toContain('français ✓');
      expect(readingOf(await newcomer.press(chosen, 'vs1/locale', ['en']))).toContain('English ✓');
      expect(readingOf(await newcomer.press(chosen, 'Actualiser'))).toBe(
        readingOf(await newcomer.command('setup')),
      );
      expect(readingOf(await newcomer.command('help'))).toContain('/événement créer');
    });
  });

  it('sends a member what it sends in the language that they chose', async () => {
    expect(textOf(await command(vega, 'my language', { language: 'fr' }))).toContain('en français');
  });
});
