import { describe, expect, it } from 'vitest';
import { anEvent } from '../../../../test/factories/event.js';
import { aSignupRow } from '../../../../test/factories/signup-row.js';
import { codePoints } from '../../../common/text.js';
import type { EventRole } from '../../events/rules/event.js';
import { parseShipChoice } from './ships.js';
import { renderSignupMessage, type MessageContext } from './signup-message.js';

const GUILD = '300000000000000001';
const french: MessageContext = {
  locale: 'fr',
  guild_id: GUILD,
  organization: 'Test Squadron',
  organizer: { discord_id: '100000000000000009', handle: 'Ada', seen_on: [GUILD] },
  calendar_url: 'https://verselink.example/api/v1/events/1/ics',
};

const role = (n: number): EventRole => ({
  id: `role-${n}`,
  name: `Rôle ${n} `.padEnd(80, 'x'),
  capacity: 10,
  description: 'd'.repeat(200),
  emoji: '<a:escorte_chasseur_lourd_animee_01:112233445566778899>',
});

const crowd = (count: number, fields: Parameters<typeof aSignupRow>[0] = {}) =>
  Array.from({ length: count }, (_, n) =>
    aSignupRow({ discord_id: String(100000000000000000n + BigInt(n)), ...fields }),
  );

describe('renderSignupMessage', () => {
  it('shows the event, its roles with their people, and who waits', () => {
    const event = anEvent({
      max_participants: 5,
      roles: [{ id: 'pilot', name: 'Pilote', capacity: 2, description: null, emoji: null }],
      seats: {
        ...anEvent().seats,
        confirmed: 1,
        waitlist: 1,
        by_role: { pilot: { confirmed: 1, waitlist: 1, offered: 0 } },
      },
    });
    const message = renderSignupMessage(
      event,
      [
        aSignupRow({ role_id: 'pilot', discord_id: '100000000000000001' }),
        aSignupRow({
          role_id: 'pilot',
          status: 'waitlist',
          position_in_waitlist: 1,
          discord_id: '100000000000000002',
        }),
      ],
      french,
    );
    const text = JSON.stringify(message);
    const start = event.start_at_utc.getTime() / 1000;
    expect(text).toContain(`<t:${start}:F>`);
    expect(text).toContain(`<t:${start}:R>`);
    expect(text).toContain('1/5');
    expect(text).toContain('Pilote (1/2)');
    expect(text).toContain('<@100000000000000001>');
    expect(text).toContain("Liste d'attente (1)");
    expect(text).toContain('2 h');
    expect(text).toContain('Port Olisar');
    expect(message.buttons.flat().map(({ label }) => label)).toEqual([
      "S'inscrire",
      'Se désinscrire',
      'Voir les inscrits',
      'Modifier',
      'Gérer',
    ]);
    expect(message.menus[0]?.options).toHaveLength(1);
  });

  it('names who is not on the server by their handle, which is no markup', () => {
    const elsewhere = { discord_id: '100000000000000003', handle: '**Orion**', seen_on: ['another'] };
    const [here, unknown, web] = [
      aSignupRow({ discord_id: '100000000000000001', seen_on: ['another', GUILD] }),
      aSignupRow({ discord_id: '100000000000000002', source: 'discord' }),
      aSignupRow({ discord_id: '100000000000000004', handle: 'Vega', source: 'web' }),
    ];
    const text = JSON.stringify(
      renderSignupMessage(anEvent(), [here, unknown, web, aSignupRow(elsewhere)], french),
    );
    expect(text).toContain('<@100000000000000001>\\n<@100000000000000002>\\nVega');
    expect(text).not.toContain('<@100000000000000003>');
    expect(text).toContain('Orion');
    expect(text).not.toContain('n**Orion');
  });

  it('tells who organizes, what it is, the picture, the ships and the calendar', () => {
    const ship = { id: 'carrack', ship_model: 'Carrack', required_crew: 4, notes: null };
    const event = anEvent({
      fleet_ships: [ship],
      banner_url: 'https://example.org/banner.png',
      type: 'mining',
    });
    const message = renderSignupMessage(event, [], french);
    expect(message.author).toBe('Test Squadron · Minage');
    expect(message.image).toBe('https://example.org/banner.png');
    const text = JSON.stringify(message.fields);
    expect(text).toContain('<@100000000000000009>');
    expect(text).toContain('**Carrack** (0/4) · 🔎 un capitaine · 🔎 3 équipiers');
    expect(text).toContain('[Ajouter à mon agenda](https://verselink.example/api/v1/events/1/ics)');
    const over = JSON.stringify(renderSignupMessage({ ...event, state: 'cancelled' }, [], french).fields);
    expect(over).toContain('**Carrack** (0/4)"');
    expect(over).not.toContain('agenda');
  });

  it('says who flies what and which crew is missing, and offers the posts in a menu', () => {
    const fleet = [
      { id: 'hull-c', ship_model: 'Hull C', required_crew: 3, notes: null },
      { id: 'gladius', ship_model: 'Gladius', required_crew: 1, notes: null },
    ];
    const aboard = { ship_id: 'hull-c', ship_post: 'crew' } as const;
    const message = renderSignupMessage(
      anEvent({ fleet_ships: fleet }),
      [
        aSignupRow({ handle: 'Ada', ...aboard }),
        aSignupRow({ handle: 'Ben', ship_id: 'gladius', ship_post: 'captain' }),
        aSignupRow({ handle: 'Cleo', ship_model: 'Cutlass Black' }),
        aSignupRow({ handle: 'Dov', ship_model: 'Aurora', status: 'waitlist' }),
      ],
      { ...french, guild_id: null },
    );
    expect(message.fields.find(({ name }) => name === '🚀 Vaisseaux')?.value.split('\n')).toEqual([
      '**Hull C** (1/3) · Ada · 🔎 un capitaine · 🔎 1 équipier',
      '**Gladius** (1/1) · 🧑‍✈️ Ben',
      'Cutlass Black · apporté par Cleo',
    ]);
    expect(message.ships?.options.map(({ label, description }) => `${label}: ${description}`)).toEqual([
      'Hull C · capitaine: 0/1 place',
      'Hull C · équipage: 1/2 places',
      'Gladius · capitaine: 1/1 place',
      'J’apporte mon vaisseau…: Son nom sera affiché',
      'Débarquer: Garder sa place sans vaisseau',
    ]);
    const values = message.ships?.options.map(({ value }) => parseShipChoice(value));
    expect(values?.slice(1)).toEqual([
      { ship_id: 'hull-c', post: 'crew' },
      { ship_id: 'gladius', post: 'captain' },
      'own',
      { ship_id: null },
    ]);
    expect(parseShipChoice('hull-c/cook')).toBeNull();
    expect(renderSignupMessage(anEvent(), [], french).ships).toBeNull();
  });

  it('says the state in title and colour, each in its own', () => {
    const full = { ...anEvent().seats, confirmed: 2 };
    const messages = [
      anEvent(),
      anEvent({ max_participants: 2, seats: full }),
      anEvent({ locked: true }),
      anEvent({ signups_closed: true }),
      anEvent({ state: 'active' }),
      anEvent({ state: 'completed' }),
      anEvent({ state: 'cancelled' }),
    ].map((event) => renderSignupMessage(event, [], french));
    expect(messages.map(({ title }) => title)).toEqual([
      'Raid',
      '🟠 Complet · Raid',
      '🔒 Inscriptions fermées · Raid',
      '⌛ Inscriptions closes · Raid',
      '🟢 En cours · Raid',
      '🏁 Terminé · Raid',
      '❌ Annulé · Raid',
    ]);
    expect(new Set(messages.map(({ color }) => color)).size).toBe(messages.length);
    expect(renderSignupMessage(anEvent({ state: 'draft' }), [], french)).toEqual(
      renderSignupMessage(anEvent(), [], french),
    );
  });

  it('numbers the menus of many roles, and says which roles stand in no field', () => {
    const roles = Array.from({ length: 27 }, (_, n) => ({
      ...role(n + 1),
      name: `Équipage ${n + 1}`,
      emoji: null,
    }));
    const message = renderSignupMessage(anEvent({ roles }), [], french);
    expect(message.menus.map(({ placeholder }) => placeholder)).toEqual([
      'Choisir un rôle (1 à 25)',
      'Choisir un rôle (26 à 27)',
    ]);
    const others = message.fields.find(({ name }) => name === 'Autres rôles (13 à 27)')?.value ?? '';
    expect(others.split(' · ')).toHaveLength(15);
    const long = renderSignupMessage(
      anEvent({ roles: roles.map((one) => ({ ...one, name: one.name.padEnd(60, 'é') })) }),
      [],
      french,
    ).fields.find(({ name }) => name.startsWith('Autres rôles'))?.value;
    expect(long).toMatch(/… et \d+ autres rôles, dans les menus et par « Voir les inscrits »$/);
  });

  it('shows an animated emoji whole beside a long name', () => {
    const emoji = '<a:escorte_chasseur_lourd_animee_01:112233445566778899>';
    const roles = ['Pilote de chasseur lourd', 'Pilote de chasse légère'].map((name, n) => ({
      ...role(n),
      name,
      emoji,
    }));
    const names = renderSignupMessage(anEvent({ roles }), [], french).fields.map(({ name }) => name);
    expect(names).toContain(`${emoji} Pilote de chasseur lourd (0/10)`);
    expect(names).toContain(`${emoji} Pilote de chasse légère (0/10)`);
  });

  it('offers what the organizer does in a row of its own, and shows who answered so', () => {
    const event = anEvent({
      answers: ['absent', 'late'],
      signup_closes_at: new Date('2030-01-01T12:00:00Z'),
    });
    const signups = [
      aSignupRow({ status: 'late', discord_id: '100000000000000001' }),
      aSignupRow({ status: 'tentative', discord_id: '100000000000000002' }),
      aSignupRow({ status: 'absent', discord_id: '100000000000000003' }),
    ];
    const message = renderSignupMessage(event, signups, french);
    expect(message.buttons.map((row) => row.map(({ label }) => label))).toEqual([
      expect.arrayContaining(["S'inscrire", 'Se désinscrire', 'Voir les inscrits']),
      ['🕒 En retard', '🚫 Absent'],
    ]);
    const fields = Object.fromEntries(message.fields.map(({ name, value }) => [name, value]));
    expect(fields).toMatchObject({
      Inscrits: '<@100000000000000001> 🕒',
      '🤔 Peut-être (1)': '<@100000000000000002>',
      '🚫 Absent (1)': '<@100000000000000003>',
      '🔒 Inscriptions': "jusqu'au <t:1893499200:F>",
    });
  });

  it('disables what members change while the answers are locked', () => {
    const locked = renderSignupMessage(anEvent({ locked: true, answers: ['late'] }), [], french);
    const enabled = locked.buttons.flat().filter(({ disabled }) => !disabled);
    expect(enabled.map(({ action }) => action)).toEqual(['list', 'edit', 'manage']);
    expect(JSON.stringify(locked.fields)).toContain("fermées par l'organisateur");
  });

  it('disables what takes a seat after the deadline, and says since when', () => {
    const event = anEvent({
      signup_closes_at: new Date('2030-01-01T12:00:00Z'),
      signups_closed: true,
      answers: ['late', 'absent'],
      roles: [role(1)],
    });
    const message = renderSignupMessage(event, [], french);
    const enabled = message.buttons.flat().filter(({ disabled }) => !disabled);
    expect(enabled.map(({ action }) => action)).toEqual(['withdraw', 'list', 'edit', 'manage', 'absent']);
    expect(message.menus.every(({ disabled }) => disabled)).toBe(true);
    expect(JSON.stringify(message.fields)).toContain('closes depuis le <t:1893499200:F>');
  });

  it('disables all but the list once the event is over, and lets organizers note who came', () => {
    for (const [state, left] of [
      ['cancelled', ['list']],
      ['completed', ['list', 'manage']],
    ] as const) {
      const message = renderSignupMessage(anEvent({ state, roles: [role(1)] }), [], french);
      const enabled = message.buttons.flat().filter(({ disabled }) => !disabled);
      expect(enabled.map(({ action }) => action)).toEqual(left);
      expect(message.menus.every(({ disabled }) => disabled)).toBe(true);
    }
  });

  it.each([0, 1, 8, 9, 25, 26, 60, 100])(
    'keeps within every limit of Discord with %i full roles',
    (roles) => {
      const event = anEvent({
        title: '🚀'.repeat(200),
        description: 'x'.repeat(5000),
        location: 'y'.repeat(300),
        cancel_reason: 'z'.repeat(500),
        max_participants: 500,
        fleet_ships: Array.from({ length: 40 }, (_, n) => ({
          id: `ship-${n}`,
          ship_model: 'S'.repeat(100),
          required_crew: 50,
          notes: null,
        })),
        roles: Array.from({ length: roles }, (_, n) => role(n)),
      });
      const signups = [
        ...event.roles.flatMap(({ id }) => crowd(40, { role_id: id })),
        ...crowd(300),
        ...crowd(300, { status: 'waitlist' }),
      ];
      const message = renderSignupMessage(event, signups, french);
      const sizes = message.fields.map(({ name, value }) => [codePoints(name), codePoints(value)] as const);
      expect(codePoints(message.title)).toBeLessThanOrEqual(256);
      expect(message.fields.length).toBeLessThanOrEqual(25);
      for (const [name, value] of sizes) {
        expect(name).toBeLessThanOrEqual(256);
        expect(value).toBeGreaterThan(0);
        expect(value).toBeLessThanOrEqual(1024);
      }
      const total = sizes.reduce((sum, [name, value]) => sum + name + value, 0);
      const rest = message.author + message.title + message.description;
      expect(total + codePoints(rest)).toBeLessThanOrEqual(6000);
      expect(message.menus.length).toBeLessThanOrEqual(4);
      for (const { options } of message.menus) {
        expect(options.length).toBeLessThanOrEqual(25);
        for (const { label, description } of options) {
          expect(codePoints(label)).toBeLessThanOrEqual(100);
          expect(codePoints(description)).toBeLessThanOrEqual(100);
        }
      }
    },
  );

  it('says how many people a cut list leaves out', () => {
    const message = renderSignupMessage(anEvent(), crowd(300), french);
    const list = message.fields.find(({ name }) => name === 'Inscrits')?.value ?? '';
    const shown = list.match(/<@/g)?.length ?? 0;
    expect(list).toContain(`… et ${300 - shown} de plus`);
  });
});
