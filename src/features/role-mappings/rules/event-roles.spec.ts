import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventIdsOf, membersToLookAt, reasonOf, rolesOfSeat } from './event-roles.js';
import { confirmGrants, settleGrants, type RoleGrant } from './role-grants.js';
import type { RoleMapping } from './role-mapping.js';

const mapping = (
  roleId: string,
  type: RoleMapping['verselink_role_type'],
  entity: string | null,
  fields: Partial<RoleMapping> = {},
): RoleMapping => ({
  id: `${roleId}/${type}/${entity ?? ''}`,
  guild_id: 'guild',
  discord_role_id: roleId,
  verselink_role_type: type,
  verselink_entity_id: entity,
  rank: null,
  auto_assign: true,
  auto_remove: true,
  registered_at: new Date(0),
  created_at: new Date(0),
  updated_at: new Date(0),
  ...fields,
});

const raid = { id: 'raid', state: 'published' } as const;
const seat = { status: 'confirmed', role_id: 'tank' } as const;

describe('rolesOfSeat', () => {
  const mappings = [
    mapping('anyone', 'event_participant', null),
    mapping('raiders', 'event_participant', 'raid'),
    mapping('racers', 'event_participant', 'race'),
    mapping('tanks', 'event_role', 'tank'),
    mapping('medics', 'event_role', 'medic'),
  ];

  it('gives what stands for the event, for any event, and for the role of the seat', () => {
    expect(rolesOfSeat(raid, seat, mappings).wanted).toEqual(['anyone', 'raiders', 'tanks']);
    expect(rolesOfSeat(raid, { ...seat, role_id: null }, mappings).wanted).toEqual(['anyone', 'raiders']);
  });

  it.each(['waitlist', 'withdrawn', 'no_show'] as const)('gives nothing to who is %s', (status) => {
    expect(rolesOfSeat(raid, { ...seat, status }, mappings).wanted).toEqual([]);
  });

  it.each(['draft', 'completed', 'cancelled'] as const)('gives nothing for an event that is %s', (state) => {
    expect(rolesOfSeat({ ...raid, state }, seat, mappings).wanted).toEqual([]);
  });

  it('leaves giving and taking to people where the mapping says so', () => {
    const quiet = [
      mapping('raiders', 'event_participant', 'raid', { auto_assign: false, auto_remove: false }),
    ];
    expect(rolesOfSeat(raid, seat, quiet)).toEqual({ wanted: [], kept: ['raiders'] });
    expect(rolesOfSeat(raid, null, quiet)).toEqual({ wanted: [], kept: ['raiders'] });
  });
});

describe('membersToLookAt', () => {
  const noted = (member: string, reasons: string[], unsettled = false) => ({
    discord_id: member,
    grants: [{ role_id: 'raiders', reasons, ours: true }],
    unsettled,
  });

  it('finds who gained and who lost a role of the event, and who is in doubt', () => {
    const wanted = new Map([
      ['new', ['raiders']],
      ['same', ['raiders']],
    ]);
    const known = [
      noted('same', [reasonOf('raid')]),
      noted('gone', [reasonOf('raid')]),
      noted('other', [reasonOf('race'), 'plan']),
      noted('doubtful', [], true),
    ];
    expect(membersToLookAt('raid', wanted, known).sort()).toEqual(['doubtful', 'gone', 'new']);
  });
});

/** One event after the other changes, the server forgets or gets roles by hand, and calls of Discord fail at random. */
describe('at the end of any history', () => {
  const EVENTS = ['raid', 'race'];
  const MEMBERS = ['ada', 'nova', 'zed'];
  const ROLES = ['anyone', 'raiders', 'racers', 'tanks', 'unmapped'];
  const mappings = [
    mapping('anyone', 'event_participant', null),
    mapping('raiders', 'event_participant', 'raid'),
    mapping('racers', 'event_participant', 'race'),
    mapping('tanks', 'event_role', 'tank'),
  ];

  type Step =
    | {
        readonly does: 'seat' | 'leave';
        readonly event: string;
        readonly member: string;
        readonly role: string | null;
      }
    | { readonly does: 'end'; readonly event: string }
    | { readonly does: 'by hand'; readonly member: string; readonly role: string }
    | { readonly does: 'look'; readonly event: string; readonly fails: boolean; readonly dies: boolean };

  const event = fc.constantFrom(...EVENTS);
  const member = fc.constantFrom(...MEMBERS);
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({
      does: fc.constantFrom('seat' as const, 'leave' as const),
      event,
      member,
      role: fc.constantFrom('tank', null),
    }),
    fc.record({ does: fc.constant('end' as const), event }),
    fc.record({ does: fc.constant('by hand' as const), member, role: fc.constantFrom(...ROLES) }),
    fc.record({ does: fc.constant('look' as const), event, fails: fc.boolean(), dies: fc.boolean() }),
  );

  class World {
    readonly seats = new Map<string, string | null>();
    readonly over = new Set<string>();
    readonly held = new Map(MEMBERS.map((name) => [name, new Set<string>()]));
    readonly byHand = new Map(MEMBERS.map((name) => [name, new Set<string>()]));
    readonly noted = new Map<string, { grants: readonly RoleGrant[]; unsettled: boolean }>();

    play(does: Step): void {
      if (does.does === 'end') this.over.add(does.event);
      if (does.does === 'seat') this.seats.set(`${does.event}/${does.member}`, does.role);
      if (does.does === 'leave') this.seats.delete(`${does.event}/${does.member}`);
      if (does.does === 'by hand' && !this.heldBy(does.member).has(does.role)) {
        this.heldBy(does.member).add(does.role);
        // A person who gives what we are about to give is not told apart from us.
        const grants = this.noted.get(does.member)?.grants ?? [];
        const isOurs = grants.some(({ role_id, ours }) => ours && role_id === does.role);
        if (!isOurs) this.byHand.get(does.member)?.add(does.role);
      }
      if (does.does === 'look') this.look(does.event, does.fails, does.dies);
    }

    look(eventId: string, fails: boolean, dies: boolean): void {
      const wanted = new Map(MEMBERS.map((name) => [name, this.rolesOf(eventId, name).wanted]));
      const noted = [...this.noted].map(([member, note]) => ({ discord_id: member, ...note }));
      for (const name of membersToLookAt(eventId, wanted, noted)) this.settle(eventId, name, fails, dies);
    }

    rolesOf(eventId: string, name: string) {
      const role = this.seats.get(`${eventId}/${name}`);
      const state = this.over.has(eventId) ? 'completed' : 'published';
      const entry = role === undefined ? null : ({ status: 'confirmed', role_id: role } as const);
      return rolesOfSeat({ id: eventId, state }, entry, mappings);
    }

    heldBy(name: string): Set<string> {
      return this.held.get(name) ?? new Set();
    }

    private settle(eventId: string, name: string, fails: boolean, dies: boolean): void {
      const before = this.noted.get(name)?.grants ?? [];
      const want = { reason: reasonOf(eventId), ...this.rolesOf(eventId, name) };
      const settled = settleGrants(before, want, [...this.heldBy(name)]);
      const { add, remove } = settled;
      this.noted.set(name, { grants: settled.grants, unsettled: true });
      if (dies && fails) return;
      for (const role of fails ? [] : add) this.heldBy(name).add(role);
      for (const role of fails ? [] : remove) this.heldBy(name).delete(role);
      if (dies) return;
      const failed = fails ? [...add, ...remove] : [];
      this.noted.set(name, { grants: confirmGrants(settled, failed), unsettled: failed.length > 0 });
    }
  }

  it('everybody holds what their seats give and what people gave by hand, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const world = new World();
        for (const one of steps) world.play(one);
        for (const eventId of EVENTS) world.look(eventId, false, false);
        for (const name of MEMBERS) {
          const wanted = EVENTS.flatMap((eventId) => world.rolesOf(eventId, name).wanted);
          const held = [...world.heldBy(name)];
          expect(held).toEqual(expect.arrayContaining(wanted));
          const unexplained = held.filter((role) => !wanted.includes(role));
          expect([...(world.byHand.get(name) ?? [])]).toEqual(expect.arrayContaining(unexplained));
          expect(held).toEqual(expect.arrayContaining([...(world.byHand.get(name) ?? [])]));
          expect(eventIdsOf(world.noted.get(name)?.grants ?? []).every((id) => !world.over.has(id))).toBe(
            true,
          );
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
