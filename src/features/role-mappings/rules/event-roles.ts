import type { Event } from '../../events/rules/event.js';
import type { EventWithRoster } from '../../events/rules/event-record.js';
import { holdsSeat, type RosterEntry } from '../../events/rules/roster.js';
import { isOpen } from '../../events/rules/transitions.js';
import type { RoleGrant } from './role-grants.js';
import { mappedRoles, type MappedRoles, type MappedRoleType, type RoleMapping } from './role-mapping.js';

/** How the reasons of grants begin that stand for events; the event's id follows. */
export const EVENT_REASON = 'event:';

/** The types of mappings that give roles to people with a seat in an event. */
export const EVENT_ROLE_TYPES = ['event_participant', 'event_role'] as const satisfies MappedRoleType[];

/** Whether a mapping of this type gives roles to people with a seat in an event. */
export function isEventRoleType(type: MappedRoleType): boolean {
  return EVENT_ROLE_TYPES.some((one) => one === type);
}

type RoleEvent = Pick<Event, 'id' | 'state'>;
type Seat = Pick<RosterEntry, 'status' | 'role_id'>;

/** What a grant stands for that an event gives. */
export function reasonOf(eventId: string): string {
  return `${EVENT_REASON}${eventId}`;
}

/** The events that grants stand for. */
export function eventIdsOf(grants: readonly RoleGrant[]): string[] {
  const reasons = new Set(grants.flatMap((grant) => grant.reasons));
  return [...reasons].filter(isOfEvent).map((reason) => reason.slice(EVENT_REASON.length));
}

/** Whether a reason stands for an event. */
export function isOfEvent(reason: string): boolean {
  return reason.startsWith(EVENT_REASON);
}

/**
 * The roles that an event gives to somebody: from its publication to its end, as long as they hold a seat.
 * @param event `null` when there is none, or it is not shown on the server any more
 * @param seat their answer, if they gave one
 */
export function rolesOfSeat(
  event: RoleEvent | null,
  seat: Seat | null,
  mappings: readonly RoleMapping[],
): MappedRoles {
  return mappedRoles(mappings, ({ verselink_role_type: type, verselink_entity_id: entity }) => {
    if (event === null || seat === null || !isOpen(event.state) || !holdsSeat(seat.status)) return false;
    if (type === 'event_participant') return entity === null || entity === event.id;
    return type === 'event_role' && entity !== null && entity === seat.role_id;
  });
}

/** How many roles people are given and lose by what differs between two states of an event. */
export function roleChanges(
  before: EventWithRoster,
  after: EventWithRoster,
  mappings: readonly RoleMapping[],
): { readonly added: number; readonly removed: number } {
  let added = 0;
  let removed = 0;
  for (const [place, entry] of after.roster.entries()) {
    const had = rolesOfSeat(before, before.roster[place] ?? null, mappings);
    const has = rolesOfSeat(after, entry, mappings);
    added += has.wanted.filter((role) => !had.wanted.includes(role)).length;
    removed += had.wanted.filter((role) => !has.kept.includes(role)).length;
  }
  return { added, removed };
}

/** The role that a create with an unknown outcome has made; people cannot make one in the same colour, which they do not know. */
export function madeRole<R extends { readonly id: string; readonly name: string; readonly color: number }>(
  {
    name,
    color,
    known_ids,
  }: { readonly name: string; readonly color: number; readonly known_ids: readonly string[] },
  roles: readonly R[],
): R | undefined {
  return roles.find((role) => role.name === name && role.color === color && !known_ids.includes(role.id));
}

/**
 * The members whose roles have to be looked at so that they match an event: what is noted of them is not what the event gives
 * them, or Discord may not have followed it.
 * @param wanted the roles that the event gives, by member; those without any may be left out
 */
export function membersToLookAt(
  eventId: string,
  wanted: ReadonlyMap<string, readonly string[]>,
  noted: readonly {
    readonly discord_id: string;
    readonly grants: readonly RoleGrant[];
    readonly unsettled: boolean;
  }[],
): string[] {
  const reason = reasonOf(eventId);
  const given = new Map(
    noted.map(({ discord_id, grants }) => [
      discord_id,
      grants.filter(({ reasons }) => reasons.includes(reason)).map(({ role_id }) => role_id),
    ]),
  );
  const unsettled = noted.filter((member) => member.unsettled).map(({ discord_id }) => discord_id);
  const differing = [...new Set([...wanted.keys(), ...given.keys()])].filter(
    (member) => !haveSame(wanted.get(member) ?? [], given.get(member) ?? []),
  );
  return [...new Set([...unsettled, ...differing])];
}

function haveSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((role) => others.includes(role));
}
