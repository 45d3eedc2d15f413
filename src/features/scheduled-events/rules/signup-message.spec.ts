import { describe, expect, it } from 'vitest';
import { anEvent } from '../../../../test/factories/event.js';
import { aSignupRow } from '../../../../test/factories/signup-row.js';
import { codePoints } from '../../../common/text.js';
import type { EventRole } from '../../events/rules/event.js';
import { renderSignupMessage } from './signup-message.js';

const role = (n: number): EventRole => ({
  id: `role-${n}`,
  name: `Rôle ${n} `.padEnd(80, 'x'),
  capacity: 10,
  description: 'd'.repeat(200),
  emoji: '🚀',
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
        confirmed: 1,
        waitlist: 1,
        checked_in: 0,
        by_role: { pilot: { confirmed: 1, waitlist: 1 } },
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
      'fr',
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
    expect(message.buttons.map(({ label }) => label)).toEqual([
      "S'inscrire",
      'Se désinscrire',
      'Voir les inscrits',
    ]);
    expect(message.menus[0]?.options).toHaveLength(1);
  });

  it('disables everything once the event is cancelled or completed', () => {
    for (const state of ['cancelled', 'completed'] as const) {
      const message = renderSignupMessage(anEvent({ state, roles: [role(1)] }), [], 'fr');
      expect(message.buttons.every(({ disabled }) => disabled)).toBe(true);
      expect(message.menus.every(({ disabled }) => disabled)).toBe(true);
    }
  });

  it.each([0, 1, 10, 25, 26, 60, 100])('keeps within every limit of Discord with %i full roles', (roles) => {
    const event = anEvent({
      title: '🚀'.repeat(200),
      description: 'x'.repeat(5000),
      location: 'y'.repeat(300),
      roles: Array.from({ length: roles }, (_, n) => role(n)),
    });
    const signups = [
      ...event.roles.flatMap(({ id }) => crowd(40, { role_id: id })),
      ...crowd(300),
      ...crowd(300, { status: 'waitlist' }),
    ];
    const message = renderSignupMessage(event, signups, 'fr');
    const sizes = message.fields.map(({ name, value }) => [codePoints(name), codePoints(value)] as const);
    expect(codePoints(message.title)).toBeLessThanOrEqual(256);
    expect(message.fields.length).toBeLessThanOrEqual(25);
    for (const [name, value] of sizes) {
      expect(name).toBeLessThanOrEqual(256);
      expect(value).toBeGreaterThan(0);
      expect(value).toBeLessThanOrEqual(1024);
    }
    const total = sizes.reduce((sum, [name, value]) => sum + name + value, 0);
    expect(total + codePoints(message.title + message.description + message.footer)).toBeLessThanOrEqual(
      6000,
    );
    expect(message.menus.length).toBeLessThanOrEqual(4);
    for (const { options } of message.menus) {
      expect(options.length).toBeLessThanOrEqual(25);
      for (const { label, description } of options) {
        expect(codePoints(label)).toBeLessThanOrEqual(100);
        expect(codePoints(description)).toBeLessThanOrEqual(100);
      }
    }
  });

  it('says how many people a cut list leaves out', () => {
    const message = renderSignupMessage(anEvent(), crowd(300), 'fr');
    const list = message.fields.find(({ name }) => name.includes('Participants'))?.value ?? '';
    const shown = list.match(/<@/g)?.length ?? 0;
    expect(list).toContain(`… et ${300 - shown} de plus`);
  });
});
