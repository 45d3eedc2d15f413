import fc from 'fast-check';
import { expect, it } from 'vitest';
import { START, start, type Step, steps } from '../../../../test/factories/histories.js';
import { apply } from './apply.js';
import { isOpenToAll } from '../../access/rules/event-access.js';
import type { Command, UndoCommand } from './commands.js';
import type { EventWithRoster } from './event-record.js';
import {
  countSeats,
  firstFree,
  holdsSeat,
  isSignedUp,
  keepsSeat,
  NO_SEATS,
  SHIP_POSTS,
  takenOf,
  waitlistOf,
  wishesOf,
  type RosterEntry,
} from './roster.js';
import { holdersOf, seatsFor } from './ships.js';
import { isClosed, isOpen } from './transitions.js';
import { updateOf } from './update.js';

/** Every state on the way of a random history obeys the rules. */
/** Plays a history, with a look at each state and what came before it. */
function play(
  history: readonly Step[],
  look: (before: EventWithRoster, after: EventWithRoster, step: Step, now: Date) => void,
) {
  let event = start;
  let now = START.getTime() - 90 * 60_000;
  const acts: UndoCommand[] = [];
  for (const step of history) {
    now += step.minutes * 60_000;
    const undone = step.undo === null ? undefined : acts.at(-1 - step.undo);
    const commands = undone === undefined ? step.commands : [...step.commands, undone];
    const { event: after, undoable } = apply(event, commands, new Date(now));
    for (const [index, change] of undoable.entries())
      if (change !== null)
        acts.push({ type: 'undo', id: `undo:${commands[index]?.id ?? ''}`, change, expected_edition: null });
    look(event, after, { ...step, commands }, new Date(now));
    event = after;
  }
}

/** Whether a command is about somebody's signup. */
const isAbout = (command: Command, userId: string): boolean =>
  command.type === 'undo'
    ? command.change.kind === 'signup' && command.change.user_id === userId
    : 'user_id' in command && command.user_id === userId;

/** Whether a command changes fields of the event. */
const isEdit = (command: Command): boolean =>
  command.type === 'edit' || (command.type === 'undo' && command.change.kind === 'event');

type Look = Parameters<typeof play>[1];
const laws: [name: string, look: Look][] = [];
const holds = (name: string, look: Look): number => laws.push([name, look]);

holds('is never oversold', (_before, { seats, max_participants, roles: all }) => {
  expect(takenOf(seats)).toBeLessThanOrEqual(max_participants ?? Infinity);
  for (const { id, capacity } of all)
    expect(takenOf(seats.by_role[id] ?? NO_SEATS)).toBeLessThanOrEqual(capacity);
});

holds(
  'crews no ship beyond its posts, and with those alone who have a seat',
  (_before, { roster, fleet_ships }) => {
    const aboard = roster.filter(({ ship_id }) => ship_id !== undefined && ship_id !== null);
    expect(aboard.filter(({ status }) => !holdsSeat(status))).toEqual([]);
    const posts = fleet_ships.flatMap((ship) => SHIP_POSTS.map((post) => [ship, post] as const));
    const crewed = posts.map(([ship, post]) => holdersOf(aboard, ship, post).length);
    for (const [n, [ship, post]] of posts.entries())
      expect(crewed[n]).toBeLessThanOrEqual(seatsFor(ship, post));
    expect(crewed.reduce((sum, count) => sum + count, 0)).toBe(aboard.length);
  },
);

holds('counts what is so', (_before, after) => {
  expect(after.seats).toEqual(countSeats(after.roster, after.roles));
});

holds('leaves no seat empty while someone entitled to it waits', (_before, after) => {
  if (!isOpen(after.state)) return;
  const entitled = waitlistOf(after.roster).filter(
    (entry) => firstFree(after, wishesOf(entry)) !== undefined,
  );
  expect(entitled).toEqual([]);
});

holds('serves those who wait for the same seats in their order', (before, after) => {
  const waited = new Map(
    before.roster
      .filter(({ status }) => status === 'waitlist')
      .map((entry) => [entry.user_id, wishKey(entry)]),
  );
  for (const late of after.roster) {
    const isServed = late.change === 'promoted' || late.change === 'offered';
    if (!isServed || late.change_rev !== after.revision || waited.get(late.user_id) !== wishKey(late))
      continue;
    // Staff may have moved others to this queue in the same step, after the promotion.
    const passedOver = waitlistOf(after.roster).filter(
      (entry) =>
        entry.order < late.order &&
        wishesOf(entry).includes(late.role_id) &&
        waited.get(entry.user_id) === wishKey(entry),
    );
    expect(passedOver).toEqual([]);
  }
});

/** What somebody waits for, or waited for before they were served: one wish is forgotten with the seat that fulfils it. */
const wishKey = (entry: RosterEntry): string => `${entry.order} ${String(wishesOf(entry))}`;

holds(
  'keeps an offered seat for somebody until they answer or it runs out',
  (before, after, { commands: given }, now) => {
    for (const [place, { user_id, status, offer_expires_at: end }] of before.roster.entries()) {
      const next = after.roster[place];
      if (status !== 'offered' || next?.status === 'offered' || end === null || end === undefined) continue;
      const isTheirs = given.some((one) => isAbout(one, user_id));
      expect(isTheirs || end <= now).toBe(true);
    }
  },
);

holds('comes back when the next offer runs out', (_before, { state, roster, due_at }, _step, now) => {
  if (!isOpen(state)) return;
  for (const { status, offer_expires_at: end } of roster) {
    expect(status === 'offered').toBe(end !== null && end !== undefined);
    if (end === null || end === undefined) continue;
    expect(end.getTime()).toBeGreaterThan(now.getTime());
    expect(due_at?.getTime()).toBeLessThanOrEqual(end.getTime());
  }
});

holds('gives nothing without approval where it is required', (before, after, { commands: given }) => {
  if (!before.approval_required || given.some(isEdit)) return;
  for (const [place, { user_id, status }] of after.roster.entries()) {
    const had = before.roster[place];
    const hadAsked = had !== undefined && isSignedUp(had) && had.status !== 'pending';
    if (hadAsked || !isSignedUp({ status }) || status === 'pending') continue;
    expect(given.some((one) => isByStaff(one) && isAbout(one, user_id))).toBe(true);
  }
});

/** Whether it is staff who ask for it. */
const isByStaff = (command: Command): boolean =>
  command.type === 'place' ||
  command.type === 'decide' ||
  command.type === 'undo' ||
  ((command.type === 'sign_up' || command.type === 'board') && command.by_staff === true);

holds(
  'lets in only those who are admitted where signing up is not open to all',
  (before, after, { commands: given }) => {
    if (isOpenToAll(before) || given.some(isEdit)) return;
    for (const { user_id } of after.roster.slice(before.roster.length)) {
      const asked = given.filter((one) => one.type === 'sign_up' && one.user_id === user_id && one.admitted);
      expect(asked).not.toEqual([]);
    }
  },
);

holds(
  'seats no one without a role who signs up where one is required',
  (before, after, { commands: given }) => {
    if (!before.role_required || given.some(isEdit)) return;
    for (const [place, entry] of after.roster.entries()) {
      const had = before.roster[place];
      const isNew = (had === undefined || !isSignedUp(had)) && isSignedUp(entry);
      if (!isNew || wishesOf(entry)[0] !== null) continue;
      expect(
        given.some((one) => (one.type === 'place' || one.type === 'undo') && isAbout(one, entry.user_id)),
      ).toBe(true);
    }
  },
);

holds(
  'takes a seat from someone only by their own or an organizer’s act',
  (before, after, { commands: given }) => {
    for (const [place, { user_id, status }] of before.roster.entries()) {
      const now = after.roster[place];
      if (!holdsSeat(status) || now === undefined || holdsSeat(now.status)) continue;
      expect(given.some((one) => isAbout(one, user_id))).toBe(true);
    }
  },
);

holds('keeps every entry at its place, and one for each person', (before, after) => {
  expect(after.roster.slice(0, before.roster.length).map(({ id }) => id)).toEqual(
    before.roster.map(({ id }) => id),
  );
  expect(new Set(after.roster.map(({ user_id }) => user_id)).size).toBe(after.roster.length);
});

holds('lets members change nothing of what is locked', (before, after, { commands: given }) => {
  const byStaff = given.some((one) => isEdit(one) || isByStaff(one));
  // An offer from before the lock can still be answered.
  if (!before.locked || byStaff || before.seats.offered > 0) return;
  const changed = after.roster.filter(({ status }, place) => status !== before.roster[place]?.status);
  expect(changed.filter(({ status }) => status !== 'checked_in' && status !== 'confirmed')).toEqual([]);
  expect(after.roster.length).toBe(before.roster.length);
  const boarded = after.roster.filter(({ ship_id }, place) => ship_id !== before.roster[place]?.ship_id);
  expect(boarded.filter(({ ship_id }) => ship_id !== null)).toEqual([]);
});

/** What is no one's part in the event, and is possible at any time. */
const ABOUT_CALENDARS: readonly string[] = ['revoke_calendar_keys', 'join_series'];

holds(
  'changes nothing of an event that is over but who came, of those who had a seat',
  (before, after, { commands: given }) => {
    if (!isClosed(before.state)) return;
    const { revision, seats, roster } = before;
    if (!given.some(({ type }) => ABOUT_CALENDARS.includes(type)))
      expect({ ...after, revision, seats, roster }).toEqual(before);
    expect(after.shown).toBe(before.shown);
    if (before.state === 'cancelled') expect(after.roster).toEqual(roster);
    for (const [place, { status }] of roster.entries()) {
      const next = after.roster[place]?.status ?? status;
      if (next !== status)
        expect([status, next].every((one) => holdsSeat(one) || one === 'no_show')).toBe(true);
    }
  },
);

holds('keeps the mark of who did not come until staff take it back', (before, after, { commands: given }) => {
  for (const [place, { user_id, status }] of before.roster.entries()) {
    if (status !== 'no_show' || after.roster[place]?.status === 'no_show') continue;
    const ofStaff = given.filter((one) => isByStaff(one));
    expect(ofStaff.some((one) => isAbout(one, user_id))).toBe(true);
  }
});

holds(
  'takes back what can be taken back, and touches no one else’s seat or place in the queue',
  (before, after, { commands }, now) => {
    const last = commands.at(-1);
    if (last?.type !== 'undo') return;
    const { change } = last;
    const settled = apply(before, commands.slice(0, -1), now).event;
    const { event: undone, outcomes } = apply(settled, [last], now);
    if (outcomes[0]?.refused !== undefined) {
      expect(undone).toBe(settled);
      return;
    }
    for (const [place, was] of settled.roster.entries()) {
      const is = undone.roster[place];
      if (is === was || is === undefined) continue;
      const isTheirs = change.kind === 'signup' && change.user_id === was.user_id;
      // Others gain by what is free again, or by a wait for approval that is over.
      if (!isTheirs) expect(['promoted', 'offered', 'approved']).toContain(is.change);
      expect(keepsSeat(was.status) && !keepsSeat(is.status)).toBe(
        isTheirs && keepsSeat(was.status) && !keepsSeat(is.status),
      );
    }
    expect(after).toBeDefined();
  },
);

holds('says by numeric paths exactly what the next state is', (before, after) => {
  const rebuilt = structuredClone(before) as unknown as Record<string, unknown>;
  for (const [path, value] of Object.entries(updateOf(before, after))) set(rebuilt, path.split('.'), value);
  expect(rebuilt).toEqual(after);
});

holds('has no second effect when its commands come again', (before, after, { commands: given }) => {
  const last = given.at(-1);
  if (last === undefined) return;
  const result = apply(before, [last], before.updated_at);
  if (result.event === before) return;
  const again = apply(result.event, [last], before.updated_at);
  expect(again.event).toBe(result.event);
  expect(again.outcomes).toEqual(result.outcomes);
  expect(after).toBeDefined();
});

it('obeys every law in every history', () => {
  fc.assert(
    fc.property(steps, (history) => {
      play(history, (...states) => {
        for (const [name, look] of laws) lawful(name, () => look(...states));
      });
    }),
    { numRuns: 2_000 },
  );
}, 120_000);

/** Runs a check; its failure names the law. */
function lawful(name: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    throw new Error(`It ${name}: broken`, { cause: error });
  }
}

function set(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [key = '', ...rest] = path;
  if (rest.length === 0) target[key] = value;
  else set(target[key] as Record<string, unknown>, rest, value);
}
