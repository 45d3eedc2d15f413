import { OPEN_STATES } from './rules/transitions.js';
import { DECIDE_WITHIN_MS, type Decision, type LockedSignup, type Move } from './rules/move.js';
import type { SeatDelta } from './rules/seats.js';

/**
 * The rules of features/events/rules/seats.ts in the database's language: each decision is made in ONE atomic update of the event,
 * which checks the seats, moves the counters, raises `revision`, sets `mirror_dirty` and notes the decision.
 */

/** An aggregation expression, a filter, or a stage of an update. */
export type Expression = Record<string, unknown>;

/** A field of a stage that exists only while the stages run. */
const SEATED = 'seated';

/**
 * The event is open and has the roles that are asked for, and none of `moves` has been decided yet, and each still may be.
 * @param conditions further ones
 */
export function mayDecide(
  eventId: string,
  moves: readonly Move[],
  conditions: readonly Expression[] = [],
): Expression {
  const roles = [...new Set(moves.map(({ role_id }) => role_id))].filter((role) => role !== null);
  return {
    _id: eventId,
    state: { $in: OPEN_STATES },
    'decisions.move_id': { $nin: moves.map(({ id }) => id) },
    ...(roles.length === 0 ? {} : { 'roles.id': { $all: roles } }),
    $expr: { $and: [leaseRuns(moves), ...conditions] },
  };
}

/** By the database's clock, each of `moves` was taken so recently that nobody takes it for crashed. */
function leaseRuns(moves: readonly Move[]): Expression {
  const earliest = Math.min(...moves.map(({ at }) => at.getTime()));
  return { $lt: ['$$NOW', new Date(earliest + DECIDE_WITHIN_MS)] };
}

/** At least `seats` are free in the event. */
export function roomInEvent(seats = 1): Expression {
  return {
    $or: [
      { $eq: ['$max_participants', null] },
      { $lte: [{ $add: ['$seats.confirmed', seats] }, '$max_participants'] },
    ],
  };
}

/** At least `seats` are free in a role, whatever the event's limit. */
export function roomInRole(roleId: string, seats = 1): Expression {
  const role = { $first: { $filter: { input: '$roles', cond: { $eq: ['$$this.id', roleId] } } } };
  return {
    $lte: [
      { $add: [count(roleId, 'confirmed'), seats] },
      { $let: { vars: { role }, in: '$$role.capacity' } },
    ],
  };
}

/** Nobody waits for a role. */
export function nobodyWaitsFor(roleId: string): Expression {
  return { $eq: [count(roleId, 'waitlist'), 0] };
}

/**
 * People arrive, one after another: each gets a seat if nobody at all waits and one is free, the next number and the end of the
 * waitlist otherwise. Never refused, so a crowd of any size needs no second try.
 */
export function arrivals(signups: readonly LockedSignup[]): Expression[] {
  const decide = signups.flatMap(({ id, move }) => arrival(id, move));
  return [...decide, { $set: raised() }, { $unset: SEATED }];
}

function arrival(signupId: string, move: Move): Expression[] {
  const role = move.role_id;
  const seated = (then: unknown, otherwise: unknown): Expression => ({
    $cond: [`$${SEATED}`, then, otherwise],
  });
  const decision = {
    signup_id: signupId,
    move_id: move.id,
    status: seated('confirmed', 'waitlist'),
    role_id: role,
    waitlist_number: seated(null, '$seats.next_number'),
    at: '$$NOW',
  };
  const counters = (path: string): Expression => ({
    [`${path}.confirmed`]: { $add: [zeroOr(`$${path}.confirmed`), seated(1, 0)] },
    [`${path}.waitlist`]: { $add: [zeroOr(`$${path}.waitlist`), seated(0, 1)] },
  });
  const nobodyWaits = { $eq: ['$seats.waitlist', 0] };
  return [
    {
      $set: {
        [SEATED]: { $and: [nobodyWaits, roomInEvent(), ...(role === null ? [] : [roomInRole(role)])] },
      },
    },
    {
      $set: {
        ...counters('seats'),
        ...(role === null ? {} : counters(`seats.by_role.${role}`)),
        'seats.next_number': { $add: ['$seats.next_number', seated(0, 1)] },
        ...noted(decision),
      },
    },
  ];
}

/** Somebody who waits in role `from` joins the end of the queue for `move.role_id`, with a new number. */
export function requeue(signupId: string, move: Move, from: string | null): Expression[] {
  const decision = {
    signup_id: signupId,
    move_id: move.id,
    status: 'waitlist',
    role_id: move.role_id,
    waitlist_number: '$seats.next_number',
    at: '$$NOW',
  };
  const shift = (role: string | null, step: number): Expression =>
    role === null
      ? {}
      : {
          // Both counters, always: a role has none before its first signup.
          [`seats.by_role.${role}.confirmed`]: count(role, 'confirmed'),
          [`seats.by_role.${role}.waitlist`]: { $add: [count(role, 'waitlist'), step] },
        };
  return [
    {
      $set: {
        ...shift(from, -1),
        ...shift(move.role_id, 1),
        'seats.next_number': { $add: ['$seats.next_number', 1] },
        ...noted(decision),
        ...raised(),
      },
    },
  ];
}

/** Decisions that draw no number: the counters move by `delta`. @param opens see `EventRecord.seat_epoch` */
export function movement(delta: SeatDelta, decisions: readonly Decision[], opens: boolean): Expression {
  // Steps of 0 as well: a role has no counters before its first signup, and gets both at once.
  const inRoles = [...delta.by_role].flatMap(([role, { confirmed, waitlist }]) => [
    [`seats.by_role.${role}.confirmed`, confirmed],
    [`seats.by_role.${role}.waitlist`, waitlist],
  ]);
  return {
    $inc: {
      'seats.confirmed': delta.confirmed,
      'seats.waitlist': delta.waitlist,
      'seats.checked_in': delta.checked_in,
      ...Object.fromEntries(inRoles),
      seat_epoch: opens ? 1 : 0,
      revision: 1,
    },
    $set: { mirror_dirty: true },
    $push: { decisions: { $each: decisions } },
  };
}

/** What every write in a pipeline sets. */
function raised(): Expression {
  return { revision: { $add: ['$revision', 1] }, mirror_dirty: true };
}

/** What every decision in a pipeline sets besides the counters. */
function noted(decision: Expression): Expression {
  return { decisions: { $concatArrays: ['$decisions', [decision]] } };
}

/** A counter of a role that may not have had a signup yet. */
function count(roleId: string, counter: 'confirmed' | 'waitlist'): Expression {
  return zeroOr(`$seats.by_role.${roleId}.${counter}`);
}

function zeroOr(path: string): Expression {
  return { $ifNull: [path, 0] };
}
