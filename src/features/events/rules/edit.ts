import { conflict, invalid, type FieldError } from '../../../common/errors.js';
import { defined } from '../../../common/defined.js';
import { skeleton, textFault, tidy } from '../../../common/names.js';
import { endOf, type Event, type EventRole } from './event.js';
import type { EventWithRoster } from './event-record.js';
import type { EventChanges, RoleInput } from './input.js';
import { EVENT_LIMITS } from './limits.js';
import { takenOf } from './roster.js';
import { requireCrews, shipsOf } from './ships.js';
import { isClosed } from './transitions.js';

/** Give an id to each role and each ship that the event does not have yet. */
interface NewIds {
  readonly newRoleId: () => string;
  readonly newShipId: () => string;
}

/** Fields that an edit sets. */
export type EventFields = Partial<Pick<Event, keyof EventChanges>>;

/**
 * What an edit sets, or why it may not. Unchanged fields are not among them.
 * @throws conflict `event_closed`, `event_started`, `capacity_below_confirmed`, `role_in_use`, `ship_in_use`; invalid for roles and a start in the past
 */
export function editedFields(
  event: EventWithRoster,
  changes: EventChanges,
  now: Date,
  { newRoleId, newShipId }: NewIds,
): EventFields {
  if (isClosed(event.state)) throw conflict('event_closed', `The event is ${event.state}.`);
  requireStart(event, changes.start_at_utc, now);
  requireDeadline({ ...event, ...defined(changes) }, changes.signup_closes_at);
  const { roles: wantedRoles, fleet_ships: wantedShips, ...plain } = changes;
  const roles = wantedRoles === undefined ? undefined : rolesOf(wantedRoles, event.roles, newRoleId);
  requireSeats(event, changes.max_participants, roles);
  const ships = wantedShips === undefined ? undefined : shipsOf(wantedShips, event.fleet_ships, newShipId);
  if (ships !== undefined) requireCrews(event.fleet_ships, ships, event.roster);
  const given = {
    ...plain,
    ...(roles !== undefined && { roles }),
    ...(ships !== undefined && { fleet_ships: ships }),
  };
  return Object.fromEntries(
    Object.entries(given).filter(
      ([key, value]) => value !== undefined && !isSame(event[key as keyof Event], value),
    ),
  );
}

/** Whether an edit writes what is there already. */
function isSame(current: unknown, wanted: unknown): boolean {
  return JSON.stringify(current) === JSON.stringify(wanted);
}

/**
 * The event's roles after an edit. A role keeps its id, and with it its signups, when it is named by id or by name.
 * @throws invalid when two names look alike, or an id is not one of the event's
 */
export function rolesOf(
  wanted: readonly RoleInput[],
  existing: readonly EventRole[],
  newRoleId: () => string,
): EventRole[] {
  const errors = roleErrors(wanted, existing);
  if (errors.length > 0) throw invalid(errors);
  const claimed = new Set(wanted.map(({ id }) => id).filter((id) => id !== undefined));
  return wanted.map((role) => {
    const namesake = existing.find(
      ({ id, name }) => skeleton(name) === skeleton(role.name) && !claimed.has(id),
    );
    return {
      id: role.id ?? namesake?.id ?? newRoleId(),
      name: role.name,
      capacity: role.capacity,
      description: role.description ?? null,
      emoji: role.emoji ?? null,
    };
  });
}

function roleErrors(wanted: readonly RoleInput[], existing: readonly EventRole[]): FieldError[] {
  const errors: FieldError[] = [];
  const names = new Set<string>();
  const ids = new Set<string>();
  for (const [index, role] of wanted.entries()) {
    const name = skeleton(role.name);
    if (names.has(name)) {
      errors.push({
        field: `roles.${String(index)}.name`,
        message: 'must look unlike the names of the other roles',
      });
    }
    names.add(name);
    if (role.id === undefined) continue;
    if (!existing.some(({ id }) => id === role.id)) {
      errors.push({ field: `roles.${String(index)}.id`, message: 'is not a role of this event' });
    } else if (ids.has(role.id)) {
      errors.push({ field: `roles.${String(index)}.id`, message: 'must be unique within the event' });
    }
    ids.add(role.id);
  }
  return errors;
}

/** A new start is in the future. An event that runs keeps its start: Discord takes none for a running one either. */
function requireStart(event: Event, start: Date | undefined, now: Date): void {
  if (start === undefined || start.getTime() === event.start_at_utc.getTime()) return;
  if (event.state === 'active') throw conflict('event_started', 'The event runs: its start cannot be moved.');
  requireFuture(start, now);
}

/** @throws invalid for a deadline after the end of the event, which would close nothing */
export function requireDeadline(
  event: Pick<Event, 'start_at_utc' | 'duration_minutes'>,
  deadline: Date | null | undefined,
): void {
  if (deadline === undefined || deadline === null || deadline <= endOf(event)) return;
  throw invalid([{ field: 'signup_closes_at', message: 'must not be after the end of the event' }]);
}

/** Why an event is cancelled, as members read it; `null` for nothing. @throws invalid for what no one can read */
export function readReason(reason: string | null): string | null {
  const said = tidy(reason ?? '');
  const fault = textFault(said, EVENT_LIMITS.cancel_reason);
  if (fault !== null) throw invalid([{ field: 'reason', message: `reason ${fault}` }]);
  return said === '' ? null : said;
}

/** A date of an event has four digits for its year in every calendar, also at its end. */
const LATEST_START = new Date('2100-01-01T00:00:00Z');

/** @throws invalid when the start is not strictly in the future, or after this century */
export function requireFuture(start: Date, now: Date): void {
  if (start > now && start < LATEST_START) return;
  const message = start > now ? 'must be before the year 2100' : 'must be in the future';
  throw invalid([{ field: 'start_at_utc', message }]);
}

/** No one loses a seat by an edit: limits stay at or above what is taken, and a role with signups stays. */
function requireSeats(
  event: Event,
  max: number | null | undefined,
  roles: readonly EventRole[] | undefined,
): void {
  if (max !== undefined && max !== null && max < takenOf(event.seats)) {
    throw belowConfirmed('The event', takenOf(event.seats));
  }
  if (roles === undefined) return;
  for (const { id, name } of event.roles) {
    const count = event.seats.by_role[id];
    if (count === undefined || takenOf(count) + count.waitlist === 0) continue;
    const kept = roles.find((role) => role.id === id);
    if (kept === undefined) throw conflict('role_in_use', `The role "${name}" has signups.`);
    if (kept.capacity < takenOf(count)) throw belowConfirmed(`The role "${name}"`, takenOf(count));
  }
}

function belowConfirmed(what: string, confirmed: number): Error {
  return conflict('capacity_below_confirmed', `${what} has ${String(confirmed)} confirmed signups already.`);
}
