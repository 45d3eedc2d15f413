import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApp } from '../support/app.js';
import { startDiscord, type DiscordMessage, type TestDiscord, type TestGuild } from '../support/discord.js';
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

const MODAL = 9;

interface Given {
  readonly [name: string]: string | number;
}

async function event(user: string, name: string, given: Given = {}): Promise<Said> {
  return command(user, 'event', name, given);
}

async function command(user: string, group: string, name: string, given: Given): Promise<Said> {
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
    guild = await discord.guild([
      { id: french.discord_id, username: 'camille', locale: 'fr' },
      { id: english.discord_id, username: 'vega', locale: 'en-GB' },
      { id: other.discord_id, username: 'orion', locale: 'fr' },
    ]);
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
      const draft = await event(camille, 'create', {
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
        await event(vega, 'create', { title: 'Op', when: 'tomorrow', duration: '5', roles: 'everyone' }),
      );
      expect(said.split('\n')).toHaveLength(5);
      expect(said).toContain('The time is missing');
      expect(said).not.toMatch(/[éè]/);
    });

    it('is for staff alone', async () => {
      const said = textOf(await event(stranger, 'create', { title: 'Not allowed', when: 'demain 20h' }));
      expect(said).toContain('réservé');
    });

    it('reads dates on the clock of the one who writes', async () => {
      expect(textOf(await command(vega, 'my', 'timezone', { timezone: 'America/New_York' }))).toContain(
        'America/New_York',
      );
      const draft = await event(vega, 'create', { title: 'Early in New York', when: '24/12/2030 8pm' });
      await press(draft, vega, 'Publish');
      expect((await named('Early in New York')).start_at_utc).toBe('2030-12-25T01:00:00.000Z');
      expect(textOf(await command(vega, 'my', 'timezone', { timezone: 'Mars/Olympus' }))).toContain(
        'unknown',
      );
    });

    it('offers drafts again, and drops one', async () => {
      await event(camille, 'create', { title: 'Premier brouillon', when: 'demain 20h' });
      const second = await event(camille, 'create', { title: 'Second brouillon', when: 'demain 21h' });
      expect(JSON.stringify(second.message?.components)).toContain('Premier brouillon');
      expect(textOf(await press(second, camille, 'Abandonner'))).toContain('supprimé');
      expect(textOf(await event(camille, 'delete', { event: 'Premier' }))).toContain('supprimé');
      expect(textOf(await event(camille, 'delete', { event: 'Premier' }))).toContain("n'existe plus");
    });
  });

  describe('an event', () => {
    it('is changed by a form that says what it is now', async () => {
      const { id } = await scene.event({ title: 'Before', roles: [{ name: 'Pilot', capacity: 2 }] });
      const form = await event(vega, 'edit', { event: id });
      expect(form.type).toBe(MODAL);
      expect(
        textOf(await submit(form, vega, { title: 'After the form', roles: 'Pilot 3\nGunner 1' })),
      ).toContain('is changed');
      expect((await named('After the form')).roles).toMatchObject([
        { name: 'Pilot', capacity: 3 },
        { name: 'Gunner', capacity: 1 },
      ]);
      expect(textOf(await event(vega, 'edit', { event: id, title: 'By options' }))).toContain('is changed');
      expect((await named('By options')).id).toBe(id);
    });

    it('starts, completes, is cancelled with a reason, and is made again', async () => {
      const { id } = await scene.event({ title: 'Weekly run' });
      const copy = await event(vega, 'duplicate', { event: id, when: 'in 9 days at 8pm' });
      expect(JSON.stringify(copy.message?.embeds)).toContain('Weekly run');
      expect(textOf(await event(vega, 'start', { event: id }))).toContain('has begun');
      expect(textOf(await event(vega, 'start', { event: id }))).toContain('does not allow');
      expect(textOf(await event(vega, 'complete', { event: id }))).toContain('is completed');
      const other = await scene.event({ title: 'To be cancelled' });
      expect(textOf(await event(vega, 'cancel', { event: other.id, reason: 'Too few pilots' }))).toContain(
        'is cancelled',
      );
      const { body } = await scene.admin.get(`/events/${other.id}`);
      expect(body).toMatchObject({ state: 'cancelled', cancel_reason: 'Too few pilots' });
      expect(textOf(await event(stranger, 'cancel', { event: id, reason: 'x' }))).toMatch(
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
      expect(textOf(await event(vega, 'add', { event: id, member: stranger, role: 'Pilot' }))).toContain(
        'is signed up',
      );
      expect(textOf(await event(vega, 'move', { event: id, member: stranger, role: 'Gunner' }))).toContain(
        'Gunner',
      );
      expect(textOf(await event(vega, 'participants', { event: id }))).toContain(`<@${stranger}>`);
      expect(textOf(await event(vega, 'remove', { event: id, member: stranger }))).toContain('no longer');
      expect(textOf(await event(vega, 'participants', { event: id }))).not.toContain(stranger);
    });
  });

  it('sends a member what it sends in the language that they chose', async () => {
    expect(textOf(await command(vega, 'my', 'language', { language: 'fr' }))).toContain('en français');
  });
});
