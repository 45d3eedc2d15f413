import type { DomainError } from '../../../common/errors.js';
import type { EventChanges } from './input.js';
import { EXTRA_ANSWERS } from './event.js';
import type { CommandResult, MemberAnswer, ShipPost, SignupSource } from './roster.js';
import type { UndoableChange } from './undoable.js';

/** Names a command; the same id again is the same command, and has no second effect. */
interface Identified {
  readonly id: string;
}

/** A member, or staff in their name, asks for a seat, or answers what the organizer offers beside. */
export interface SignUpCommand extends Identified {
  readonly type: 'sign_up';
  readonly user_id: string;
  /** The id of the entry, if it is the member's first answer. */
  readonly entry_id: string;
  /** Whether they may sign up also where that is not open to all (features/access). */
  readonly admitted: boolean;
  /** Staff sign somebody up: neither a lock nor the deadline stops them. */
  readonly by_staff?: boolean;
  /** `confirmed` when it is missing. */
  readonly status?: MemberAnswer | undefined;
  readonly role_id: string | null;
  /** Several roles, the dearest first: then `role_id` does not count. */
  readonly role_ids?: readonly string[] | undefined;
  readonly notes: string | null;
  readonly ship_model: string | null;
  readonly source: SignupSource;
  /** The Discord server where they marked the event as interesting; missing when they asked for a seat. */
  readonly interested_on?: string;
}

export interface WithdrawCommand extends Identified {
  readonly type: 'withdraw';
  readonly user_id: string;
  /** Takes back only what stands on their interest on this Discord server alone; missing: whatever they have. */
  readonly interested_on?: string;
}

/** A member changes their own signup; `undefined` leaves a field as it is. */
export interface ChangeSignupCommand extends Identified {
  readonly type: 'change_signup';
  readonly user_id: string;
  readonly status?: MemberAnswer | undefined;
  /** `null`: no role. */
  readonly role_id?: string | null | undefined;
  /** As in `SignUpCommand`. */
  readonly role_ids?: readonly string[] | undefined;
  readonly notes?: string | null | undefined;
  readonly ship_model?: string | null | undefined;
}

export interface CheckInCommand extends Identified {
  readonly type: 'check_in';
  readonly user_id: string;
}

/** A member takes the seat that is held for them, or leaves it to the next. */
export interface AnswerOfferCommand extends Identified {
  readonly type: 'answer_offer';
  readonly user_id: string;
  readonly accepts: boolean;
}

/** Staff approve a signup that waits for it, or decline it. */
export interface DecideCommand extends Identified {
  readonly type: 'decide';
  readonly user_id: string;
  readonly approved: boolean;
}

/** A member boards a ship of the event, or leaves it. */
export interface BoardCommand extends Identified {
  readonly type: 'board';
  readonly user_id: string;
  /** `null`: none any more. */
  readonly ship_id: string | null;
  /** Missing: a free seat of the crew, or else the captain's. */
  readonly post?: ShipPost | undefined;
  /** Staff do it for somebody: no lock stops them. */
  readonly by_staff?: boolean;
}

/** What staff can make of somebody's signup. */
export const STAFF_STATUSES = [
  'confirmed',
  'waitlist',
  'checked_in',
  'withdrawn',
  'no_show',
  ...EXTRA_ANSWERS,
] as const;
export type StaffStatus = (typeof STAFF_STATUSES)[number];

/** Staff seat, move, mark or withdraw somebody who has signed up. */
export interface PlaceCommand extends Identified {
  readonly type: 'place';
  readonly user_id: string;
  readonly role_id?: string | null | undefined;
  readonly status?: StaffStatus | undefined;
}

/** Staff change the event's fields. */
export interface EditCommand extends Identified {
  readonly type: 'edit';
  readonly changes: EventChanges;
  /** One id for each role in `changes`, for those that the event does not have yet. */
  readonly new_role_ids: readonly string[];
  /** As `new_role_ids`, for ships; missing where the edit has none. */
  readonly new_ship_ids?: readonly string[];
  /** The edition that the editor saw; `null` when they do not say. */
  readonly expected_edition: number | null;
}

export type StateCommandType = 'publish' | 'start' | 'complete' | 'cancel';

/** Staff change the event's state. */
export interface StateCommand extends Identified {
  readonly type: StateCommandType;
  /** Why, for `cancel`. */
  readonly reason: string | null;
}

/** Staff revoke the keys of the event's calendar file. */
export interface RevokeCalendarKeysCommand extends Identified {
  readonly type: 'revoke_calendar_keys';
}

export type EntryCommand =
  | SignUpCommand
  | WithdrawCommand
  | ChangeSignupCommand
  | CheckInCommand
  | AnswerOfferCommand
  | DecideCommand
  | BoardCommand
  | PlaceCommand;
/** What members do with their own signup; the service says whose it is. */
export type OwnCommand =
  | Omit<WithdrawCommand, 'user_id'>
  | Omit<ChangeSignupCommand, 'user_id'>
  | Omit<CheckInCommand, 'user_id'>
  | Omit<AnswerOfferCommand, 'user_id'>
  | Omit<BoardCommand, 'user_id'>;
/** An event becomes an occurrence of a series. */
export interface JoinSeriesCommand extends Identified {
  readonly type: 'join_series';
  readonly series_id: string;
  readonly occurrence_on: string;
}

/** Staff take back what one of them has changed. */
export interface UndoCommand extends Identified {
  readonly type: 'undo';
  readonly change: UndoableChange;
  /** As an edit's. */
  readonly expected_edition: number | null;
}

export type EventCommand = EditCommand | StateCommand | RevokeCalendarKeysCommand | JoinSeriesCommand;
/** All that can happen to an event, but for the passing of time. */
export type Command = EntryCommand | EventCommand | UndoCommand;

/** What came of a command. */
export type Outcome =
  /** `place` is where the entry stands in the roster; `null` for commands to the event as a whole. */
  | { readonly done: CommandResult | 'changed'; readonly place: number | null; readonly refused?: never }
  | { readonly refused: DomainError };

/** What the service itself adds to a command. */
type Added = 'type' | 'id' | 'user_id';

/** What a member asks for. */
export type SignUpInput = Omit<SignUpCommand, Added | 'entry_id' | 'admitted' | 'by_staff'> & {
  readonly event_id: string;
};

/** What a member can change; `undefined` leaves a field as it is. */
export type SignupChanges = Omit<ChangeSignupCommand, Added>;

/** Which ship somebody boards, and as what; `null` leaves it. */
export type Boarding = Pick<BoardCommand, 'ship_id' | 'post'>;

/** What staff can make of somebody's signup. */
export type Placement = Omit<PlaceCommand, Added>;
