import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApp } from '../support/app.js';
import {
  componentsOf,
  startDiscord,
  type Acknowledged,
  type DiscordMessage,
  type TestDiscord,
  type TestGuild,
} from '../support/discord.js';
import { eventually } from '../support/eventually.js';
import { aScene, mirrorsOf, type EventBody, type Scene } from '../support/scene.js';
import { startAnswering, TRANSPORTS, type Answering } from '../support/transports.js';

const EPHEMERAL = 64;
const UPDATE = 7;

let discord: TestDiscord;
let app: TestApp;
let answering: Answering;

interface Shown {
  readonly scene: Scene;
  readonly guild: TestGuild;
  readonly event: EventBody;
  readonly message: DiscordMessage;
  readonly members: readonly [string, string, string];
  readonly crowd: readonly string[];
}

/** An event whose signup message three members see: two French, one English. */
async function shown(
  fields: Readonly<Record<string, unknown>> = {},
  crowd: readonly { readonly username: string }[] = [],
): Promise<Shown> {
  const scene = await aScene(app);
  const guild = await discord.guild([
    { username: 'nova', locale: 'fr' },
    { username: 'orion', locale: 'fr' },
    { username: 'vega', locale: 'en-GB' },
    ...crowd.map((member) => ({ ...member, locale: 'fr' })),
  ]);
  await scene.register(guild);
  const event = await scene.event(fields);
  const message = await eventually(async () => {
    const [first] = (await mirrorsOf(discord, guild, event.id)).messages;
    if (first === undefined) throw new Error('no message yet');
    return first;
  });
  const [nova = '', orion = '', vega = '', ...others] = guild.memberIds;
  return { scene, guild, event, message, members: [nova, orion, vega], crowd: others };
}

const textOf = ({ data, follow_ups }: Acknowledged): string =>
  [data?.content, ...follow_ups.map(({ content }) => content)].join(' ');

/** The ephemeral message of an answer, as it is now. */
function messageOf({ message }: Acknowledged): DiscordMessage {
  if (message === null) throw new Error('no message');
  return message;
}

async function messageText({ guild, event }: Shown): Promise<string> {
  const { messages } = await mirrorsOf(discord, guild, event.id);
  return JSON.stringify(messages.map(({ embeds }) => embeds));
}

describe.each(TRANSPORTS)('over %s', (transport) => {
  beforeAll(async () => {
    discord = await startDiscord();
    answering = await startAnswering(discord, transport);
    app = answering.app;
  });

  afterAll(async () => {
    await answering.close();
    await discord.close();
  });

  describe('the buttons', () => {
    it('sign a member up whom VerseLink does not know, answer them alone, and the message follows', async () => {
      const scene = await shown({ max_participants: 1 });
      const [nova, orion, vega] = scene.members;

      const first = await discord.click(scene.message, nova, "S'inscrire");
      expect(first.failed).toBeNull();
      expect(first.data?.flags).toBe(EPHEMERAL);
      expect(textOf(first)).toContain('Inscription confirmée');
      expect(textOf(await discord.click(scene.message, nova, "S'inscrire"))).toContain('déjà inscrit');
      expect(textOf(await discord.click(scene.message, orion, "S'inscrire"))).toContain("liste d'attente");
      expect(textOf(await discord.click(scene.message, vega, "S'inscrire"))).toContain('position 2');

      await eventually(async () => {
        const text = await messageText(scene);
        expect(text).toContain('(1/1)');
        expect(text).toContain(`<@${nova}>`);
        expect(text).toContain("Liste d'attente (2)");
      });

      const list = await discord.click(scene.message, vega, 'Voir les inscrits');
      expect(textOf(list)).toContain(`<@${nova}>`);
      expect(textOf(list)).toContain(`1. <@${orion}>`);

      expect(textOf(await discord.click(scene.message, nova, 'Se désinscrire'))).toContain('désinscrit');
      expect(textOf(await discord.click(scene.message, nova, 'Se désinscrire'))).toContain(
        "n'êtes pas inscrit",
      );
      await eventually(async () => {
        const text = await messageText(scene);
        expect(text).toContain(`<@${orion}>`);
        expect(text).not.toContain(`<@${nova}>`);
        expect(text).toContain("Liste d'attente (1)");
      });

      const rows = await scene.scene.admin.get<{ items: object[] }>(`/events/${scene.event.id}/signups`);
      expect(rows.body.items).toMatchObject([
        { discord_id: orion, status: 'confirmed', source: 'discord', handle: 'orion' },
        { discord_id: vega, status: 'waitlist', position_in_waitlist: 1 },
      ]);
    });

    it('check in around the start those who have a seat', async () => {
      const start = new Date(Date.now() + 20 * 60_000).toISOString();
      const scene = await shown({ start_at_utc: start, max_participants: 1 });
      const [nova, orion] = scene.members;
      const arrive = async (who: string) => textOf(await discord.click(scene.message, who, '📍 Je suis là'));
      expect(await arrive(nova)).toContain("n'êtes pas inscrit");
      for (const who of [nova, orion]) await discord.click(scene.message, who, "S'inscrire");
      expect(await arrive(nova)).toContain('présence');
      expect(await arrive(nova)).toContain('déjà');
      expect(await arrive(orion)).toContain('place');
      const { body } = await scene.scene.admin.get(`/events/${scene.event.id}`);
      expect(body).toMatchObject({ confirmed_count: 1, checkin_count: 1, waitlist_count: 1 });
      const later = new Date(Date.now() + 86_400_000).toISOString();
      await scene.scene.admin.patch(`/events/${scene.event.id}`, { start_at_utc: later });
      await eventually(async () => {
        const [message] = (await mirrorsOf(discord, scene.guild, scene.event.id)).messages;
        expect(JSON.stringify(message?.components)).not.toContain('check_in');
      });
    });

    it('work on messages that an earlier version has posted', async () => {
      const scene = await shown({ roles: [{ name: 'Pilote', capacity: 2 }] });
      const [nova] = scene.members;
      const { id } = scene.event;
      const role = scene.event.roles[0]?.id ?? '';
      const { DISCORD_API_URL: api = '', DISCORD_BOT_TOKEN: token = '' } = discord.env;
      const button = (action: string) => ({
        type: 2,
        style: 2,
        label: action,
        custom_id: `vl1/${action}/${id}/0`,
      });
      const answer = await fetch(`${api}/v10/channels/${scene.guild.channelId}/messages`, {
        method: 'POST',
        headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          content: 'As the first version posted it',
          components: [
            { type: 1, components: ['signup', 'withdraw', 'list'].map(button) },
            {
              type: 1,
              components: [
                { type: 3, custom_id: `vl1/role/${id}/0`, options: [{ label: 'Pilote', value: role }] },
              ],
            },
          ],
        }),
      });
      const old = (await answer.json()) as DiscordMessage;
      expect(textOf(await discord.click(old, nova, 'signup'))).toContain('Inscription confirmée');
      expect(textOf(await discord.choose(old, nova, 'Pilote'))).toContain('Votre rôle : **Pilote**');
      expect(textOf(await discord.click(old, nova, 'list'))).toContain(`<@${nova}>`);
      expect(textOf(await discord.click(old, nova, 'withdraw'))).toContain('désinscrit');
    });

    it('say that it is closed once the event is cancelled', async () => {
      const scene = await shown();
      await scene.scene.admin.post(`/events/${scene.event.id}/cancel`);
      const late = await discord
        .click(scene.message, scene.members[0], "S'inscrire")
        .catch((error: unknown) => error);
      // Discord refuses a click on a disabled button; before the message follows, VerseLink does.
      expect(late instanceof Error ? late.message : textOf(late as Acknowledged)).toMatch(
        /annulé|disabled|50035/i,
      );
    });
  });

  describe('an event on two servers', () => {
    it('mentions who is on the server, and names the others by their handles', async () => {
      const scene = await shown();
      const other = await discord.guild([{ username: 'lyra', locale: 'fr' }]);
      await scene.scene.register(other);
      const [nova] = scene.members;
      const [lyra = ''] = other.memberIds;
      const there = await eventually(async () => {
        const [message] = (await mirrorsOf(discord, other, scene.event.id)).messages;
        if (message === undefined) throw new Error('no message yet');
        return message;
      });
      await discord.click(scene.message, nova, "S'inscrire");
      await discord.click(there, lyra, "S'inscrire");
      await eventually(async () => {
        const here = await messageText(scene);
        expect(here).toContain(`<@${nova}>`);
        expect(here).toContain('lyra');
        expect(here).not.toContain(`<@${lyra}>`);
        const elsewhere = await messageText({ ...scene, guild: other });
        expect(elsewhere).toContain(`<@${lyra}>`);
        expect(elsewhere).toContain('nova');
        expect(elsewhere).not.toContain(`<@${nova}>`);
      });
      const list = textOf(await discord.click(there, lyra, 'Voir les inscrits'));
      expect(list).toContain(`<@${lyra}>`);
      expect(list).toContain('nova');
    });
  });

  describe('the list of people', () => {
    it('has pages, the reader first, those waiting last, and stays open', async () => {
      const crowd = Array.from({ length: 120 }, (_, n) => ({ username: `membre${n}` }));
      const scene = await shown({ max_participants: 100 }, crowd);
      for (const member of scene.crowd) await discord.click(scene.message, member, "S'inscrire");
      const last = scene.crowd.at(-1) ?? '';
      await scene.scene.admin.post(`/events/${scene.event.id}/cancel`);

      const first = await discord.click(scene.message, last, 'Voir les inscrits');
      expect(textOf(first)).toMatch(/^➡️ Vous : liste d'attente, position 20\n-# Page 1 sur 2\n/);
      const pages = [first];
      for (let page = 2; page <= 2; page += 1) {
        const turned = await discord.click(messageOf(first), last, 'Suivante');
        expect(turned.type).toBe(UPDATE);
        pages.push(turned);
      }
      const named = new Set(pages.flatMap((page) => textOf(page).match(/(?<=<@)\d+/g) ?? []));
      expect(scene.crowd.filter((member) => !named.has(member))).toEqual([]);
      expect(textOf(pages[1] ?? first)).toContain(`20. <@${last}>`);
    });
  });

  describe('the role menu', () => {
    const roles = [
      { name: 'Pilote', capacity: 1 },
      { name: 'Artilleur', capacity: 2, emoji: '🔫' },
    ];

    it('takes a seat, changes it, and keeps it when the wanted role is full', async () => {
      const scene = await shown({ roles });
      const [nova, orion] = scene.members;
      expect(
        componentsOf(scene.message).flatMap(({ options = [] }) => options.map(({ label }) => label)),
      ).toEqual(['Pilote', 'Artilleur']);
      expect(textOf(await discord.choose(scene.message, nova, 'Pilote'))).toContain('Pilote');
      expect(textOf(await discord.choose(scene.message, orion, 'Artilleur'))).toContain('Artilleur');
      expect(textOf(await discord.choose(scene.message, orion, 'Pilote'))).toContain('complet');
      expect(textOf(await discord.choose(scene.message, nova, 'Artilleur'))).toContain('Artilleur');
      const { body } = await scene.scene.admin.get<EventBody>(`/events/${scene.event.id}`);
      expect(body.roles.map(({ confirmed_count }) => confirmed_count)).toEqual([0, 2]);
      await eventually(async () => {
        expect(await messageText(scene)).toContain('Artilleur (2/2)');
      });
    });

    it('comes first where the event asks for a role, and only a choice takes a seat', async () => {
      const scene = await shown({ roles, role_required: true });
      const [nova] = scene.members;
      const asked = await discord.click(scene.message, nova, "S'inscrire");
      expect(textOf(asked)).toContain('votre choix vous inscrit');
      const path = `/events/${scene.event.id}`;
      expect((await scene.scene.admin.get(path)).body).toMatchObject({
        confirmed_count: 0,
        role_required: true,
      });
      const refused = await scene.scene.admin.post(`${path}/signups`, {});
      expect(refused).toMatchObject({ status: 409, body: { code: 'role_required' } });
      expect(textOf(await discord.choose(messageOf(asked), nova, 'Pilote'))).toContain('confirmée');
      expect((await scene.scene.admin.get(path)).body).toMatchObject({ confirmed_count: 1 });
    });

    it('comes with the answer to a signup, where a choice takes its place', async () => {
      const scene = await shown({ roles });
      const [nova] = scene.members;
      const answer = await discord.click(scene.message, nova, "S'inscrire");
      expect(textOf(answer)).toContain('Inscription confirmée');
      const chosen = await discord.choose(messageOf(answer), nova, 'Artilleur');
      expect(chosen).toMatchObject({ type: UPDATE, data: { components: [] } });
      expect(textOf(chosen)).toContain('Votre rôle : **Artilleur**');
    });
  });

  describe('the slash commands', () => {
    const command = (
      scene: Shown,
      user: string,
      words: string,
      options: object[] = [],
    ): Promise<Acknowledged> => {
      const [name, subcommand] = words.split(' ');
      return discord.control('POST', '/interactions/command', {
        guild_id: scene.guild.id,
        channel_id: scene.guild.channelId,
        user_id: user,
        name,
        options: [{ name: subcommand, type: 1, options }],
      });
    };

    it('list what is to come, in the member’s language', async () => {
      const scene = await shown();
      const french = await command(scene, scene.members[0], 'event list');
      expect(textOf(french)).toContain('Événements à venir');
      expect(textOf(french)).toContain('Night raid');
      const english = await command(scene, scene.members[2], 'event list');
      expect(textOf(english)).toContain('Upcoming events');
    });

    it('say how many they leave out, and where to find those', async () => {
      const scene = await shown({ title: 'First' });
      const [nova] = scene.members;
      const title = (n: number): string => `Long night ${n} `.padEnd(100, 'over the moons of Crusader ');
      const events = await Promise.all(
        Array.from({ length: 17 }, (_, n) => scene.scene.event({ title: title(n) })),
      );
      const member = await discord.click(scene.message, nova, "S'inscrire");
      expect(member.failed).toBeNull();
      const { body } = await scene.scene.admin.get<{ items: { user_id: string }[] }>(
        `/events/${scene.event.id}/signups`,
      );
      for (const { id } of events)
        await scene.scene.admin.post(`/events/${id}/signups`, { user_id: body.items[0]?.user_id });
      for (const [words, hint] of [
        ['event list', '`/événement voir`'],
        ['my events', '`/mes données`'],
      ] as const) {
        const text = textOf(await command(scene, nova, words)).trim();
        const [, left = ''] = /… et (\d+) de plus : (?=`)/.exec(text) ?? [];
        expect(text.match(/^• /gm)?.length ?? 0).toBe(18 - Number(left));
        expect(text.split('\n').at(-1)).toContain(hint);
        expect(Number(left)).toBeGreaterThan(0);
        expect(text.length).toBeLessThanOrEqual(2_000);
      }
    });

    it('show one event, found by autocomplete whatever its accents, with its date', async () => {
      const scene = await shown({ title: 'Expédition Pyro' });
      await scene.scene.event({ title: 'Something else' });
      const option = { name: 'event', type: 3, value: 'expedition  PYRO', focused: true };
      const { data } = await discord.control<{ data: { choices: { name: string; value: string }[] } }>(
        'POST',
        '/interactions/autocomplete',
        {
          guild_id: scene.guild.id,
          channel_id: scene.guild.channelId,
          user_id: scene.members[0],
          name: 'event',
          options: [{ name: 'show', type: 1, options: [option] }],
        },
      );
      const dated = expect.stringMatching(/^Expédition Pyro · \d\d.+ \d\d.\d\d \(Europe\/Paris\)$/) as string;
      expect(data.choices).toEqual([{ name: dated, value: scene.event.id }]);
      const shownEvent = await command(scene, scene.members[0], 'event show', [
        { name: 'event', type: 3, value: scene.event.id },
      ]);
      expect(JSON.stringify(shownEvent.data?.embeds)).toContain('Expédition Pyro');
    });

    it('tell members what they signed up for', async () => {
      const scene = await shown();
      const [nova] = scene.members;
      const none = await command(scene, nova, 'my events');
      expect(textOf(none)).toContain("n'êtes inscrit à aucun");
      await discord.click(scene.message, nova, "S'inscrire");
      const one = await command(scene, nova, 'my events');
      expect(textOf(one)).toContain('Night raid');
    });
  });
});
