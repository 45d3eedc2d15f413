import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { defined } from '../../common/defined.js';
import { checkInButtonFrom } from './rules/check-in.js';
import { requireDeadline, requireFuture, rolesOf } from './rules/edit.js';
import { type Event, INITIAL_FIELDS, OPTIONAL_FIELDS } from './rules/event.js';
import type { EventWithRoster } from './rules/event-record.js';
import type { EditCommand } from './rules/commands.js';
import type { EventChanges, NewEvent } from './rules/input.js';
import { countSeats } from './rules/roster.js';
import { shipsOf } from './rules/ships.js';
import { slugOf } from './rules/slug.js';
import { dueAt } from './rules/transitions.js';

/** An event as it begins. @throws invalid for a start that is not in the future, a deadline after the end, two roles of one name */
export function newEvent(
  createdBy: string,
  input: NewEvent & Partial<Pick<Event, 'series_id' | 'occurrence_on'>>,
  id: string,
  now: Date,
): EventWithRoster {
  const { org_id, state = 'published', roles: wantedRoles = [], fleet_ships: ships = [], ...fields } = input;
  const { title, description, type, start_at_utc, duration_minutes } = input;
  requireFuture(start_at_utc, now);
  requireDeadline(input, input.signup_closes_at);
  const roles = rolesOf(wantedRoles, [], uuidv7);
  const isCheckInTime = checkInButtonFrom(input) <= now;
  const said = {
    ...OPTIONAL_FIELDS,
    ...INITIAL_FIELDS,
    ...defined(fields),
    ...{ title, description, type, start_at_utc, duration_minutes, state },
    ...{ check_in_shown: isCheckInTime, signups_closed: false },
  };
  return {
    ...said,
    id,
    org_id,
    slug: slugOf(title),
    roles,
    fleet_ships: shipsOf(ships, [], uuidv7),
    cancel_reason: null,
    revision: 1,
    edition: 1,
    shown: 1,
    seats: countSeats([], roles),
    created_by: createdBy,
    created_at: now,
    updated_at: now,
    stamp: randomUUID(),
    due_at: dueAt(said),
    next_order: 1,
    changes: [{ id: 'created', kind: state === 'draft' ? 'drafted' : 'published', rev: 1, at: now }],
    effects_revision: 0,
    effects_due: true,
    roster: [],
  };
}

/** The command that changes fields of an event. @param expectedEdition the edition that the editor saw; `null` when they do not say */
export function editCommand(changes: EventChanges, expectedEdition: number | null): EditCommand {
  return {
    type: 'edit',
    id: uuidv7(),
    changes,
    new_role_ids: (changes.roles ?? []).map(() => uuidv7()),
    new_ship_ids: (changes.fleet_ships ?? []).map(() => uuidv7()),
    expected_edition: expectedEdition,
  };
}
