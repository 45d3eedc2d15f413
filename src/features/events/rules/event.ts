import type { Visibility } from '../../organizations/rules/organization.js';

export const EVENT_TYPES = [
  'raid',
  'course',
  'pvp',
  'fps',
  'salvaging',
  'logistique',
  'exploration',
  'mining',
  'trading',
  'roleplay',
  'autre',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const EVENT_STATES = ['draft', 'published', 'active', 'completed', 'cancelled'] as const;
export type EventState = (typeof EVENT_STATES)[number];

/** Answers beside "confirmed" that an organizer can offer, as members see them in this order. `rules/roster.ts` says what they mean. */
export const EXTRA_ANSWERS = ['late', 'tentative', 'absent'] as const;
export type ExtraAnswer = (typeof EXTRA_ANSWERS)[number];

/** A role that members can take in an event, with its seats. */
export interface EventRole {
  readonly id: string;
  readonly name: string;
  readonly capacity: number;
  readonly description: string | null;
  readonly emoji: string | null;
}

/** A ship of the event's fleet: seats for a captain and a crew, taken by those who have a seat in the event. */
export interface FleetShip {
  readonly id: string;
  readonly ship_model: string;
  /** How many it takes, with the captain. */
  readonly required_crew: number;
  readonly notes: string | null;
}

/** Seats taken, people waiting, and seats held for those who are offered one. Who waits for several roles counts for each. */
export interface SeatCount {
  readonly confirmed: number;
  readonly waitlist: number;
  readonly offered: number;
}

/** The event's counters, computed from its roster and written in the same update. */
export interface EventSeats extends SeatCount, Readonly<Record<ExtraAnswer, number>> {
  /** People checked in; they are among `confirmed` (they hold their seat). */
  readonly checked_in: number;
  /** People whose signup staff have to approve. */
  readonly pending: number;
  /** By role id; every role of the event is there. */
  readonly by_role: Readonly<Record<string, SeatCount>>;
}

/** The truth about an event, without its roster. Every mirror on Discord follows it. */
export interface Event {
  readonly id: string;
  readonly org_id: string;
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly type: EventType;
  readonly state: EventState;
  readonly visibility: Visibility;
  readonly start_at_utc: Date;
  readonly duration_minutes: number;
  readonly location: string | null;
  /** Limit over all roles; `null` for none. */
  readonly max_participants: number | null;
  readonly roles: readonly EventRole[];
  readonly fleet_ships: readonly FleetShip[];
  readonly banner_url: string | null;
  /** Discord roles whose holders may sign up beside the organization's members. */
  readonly signup_role_ids: readonly string[];
  /** Whether signing up is for the organization's members, beside holders of `signup_role_ids`, although others see the event. */
  readonly members_only: boolean;
  /** Members who may change the event as its creator may. */
  readonly co_organizer_ids: readonly string[];
  /** Whether only the choice of a role takes a seat, where there are roles. */
  readonly role_required: boolean;
  /** Whether staff approve each signup before it takes a seat or a place in the queue. */
  readonly approval_required: boolean;
  /** How long a seat that frees is held for the first who waits; `null`: they have it at once. */
  readonly offer_minutes: number | null;
  /** What members can answer beside taking a seat or none. */
  readonly answers: readonly ExtraAnswer[];
  /** From when on members neither sign up nor change to a seat or role; they may still leave. `null`: as long as the event is open. */
  readonly signup_closes_at: Date | null;
  /** Whether the clock has passed `signup_closes_at`: what messages show is written down, so that they change with it. */
  readonly signups_closed: boolean;
  /** Whether members' answers stay as they are; staff may still change them. */
  readonly locked: boolean;
  /** Whether the time has come for the button to check in; noted, so that the message changes with it. */
  readonly check_in_shown: boolean;
  /** How many minutes before the start it is reminded of; `null`: as each server says, none: not at all. */
  readonly reminder_offsets_minutes: readonly number[] | null;
  /** Why the event was cancelled, in the organizer's words. */
  readonly cancel_reason: string | null;
  /** The series that it is an occurrence of; `null` for one that stands alone. */
  readonly series_id: string | null;
  /** The day that it stands for in its series, also after it was moved, on the calendar of the series' zone: `2026-12-01`. */
  readonly occurrence_on: string | null;
  /** Raised when the keys that open the event's calendar file, given out so far, are to open it no more. */
  readonly calendar_key_version: number;
  /** Raised by every write: the condition of the next one. */
  readonly revision: number;
  /** Raised by changes of fields and state; what REST and calendars show as the event's revision. */
  readonly edition: number;
  /** Raised when the signup message or the scheduled event would look different. */
  readonly shown: number;
  readonly seats: EventSeats;
  readonly created_by: string;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** What a list of events shows of one. */
export type EventSummary = Pick<
  Event,
  'id' | 'title' | 'state' | 'start_at_utc' | 'duration_minutes' | 'max_participants' | 'seats' | 'series_id'
>;

/** What may be left out of an event, and what it is then: in a new event, and in one that is older than the field. */
export const OPTIONAL_FIELDS = {
  visibility: 'public',
  location: null,
  max_participants: null,
  roles: [],
  fleet_ships: [],
  banner_url: null,
  signup_role_ids: [],
  members_only: false,
  co_organizer_ids: [],
  role_required: false,
  approval_required: false,
  offer_minutes: null,
  answers: [],
  signup_closes_at: null,
  locked: false,
  reminder_offsets_minutes: null,
} as const satisfies Partial<Event>;

/** What an event begins with beside what organizers say of it; also one that is older than the field. */
export const INITIAL_FIELDS = {
  series_id: null,
  occurrence_on: null,
  calendar_key_version: 1,
} as const satisfies Partial<Event>;

/** What an organizer has to say of an event. */
const NEEDED_FIELDS = ['title', 'description', 'type', 'start_at_utc', 'duration_minutes'] as const;

/** What an organizer says of an event, and can change of it. */
export const EDITABLE_FIELDS = [
  ...NEEDED_FIELDS,
  ...(Object.keys(OPTIONAL_FIELDS) as (keyof typeof OPTIONAL_FIELDS)[]),
];

/** When the event ends. */
export function endOf(event: Pick<Event, 'start_at_utc' | 'duration_minutes'>): Date {
  return new Date(event.start_at_utc.getTime() + event.duration_minutes * 60_000);
}
