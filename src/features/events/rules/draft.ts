import type { EventChange, EventChangeKind, EventRecord, EventWithRoster } from './event-record.js';
import { REMEMBERED_CHANGES } from './event-record.js';
import { isTold } from './effects.js';
import type { Event } from './event.js';
import {
  countSeats,
  holdsSeat,
  recount,
  REMEMBERED_COMMANDS,
  wishesOf,
  type CommandResult,
  type EntryChange,
  type RememberedCommand,
  type RosterEntry,
} from './roster.js';
import { isClosed, nextDue } from './transitions.js';

/** What a command changes of an entry. */
export type EntryFields = Partial<
  Pick<
    RosterEntry,
    | 'status'
    | 'role_id'
    | 'role_ids'
    | 'offer_expires_at'
    | 'wants'
    | 'order'
    | 'notes'
    | 'ship_model'
    | 'ship_id'
    | 'ship_post'
    | 'source'
    | 'interested_on'
    | 'created_at'
    | 'checked_in_at'
  >
>;

/** What the draft itself notes of each change. */
type KeptByDraft = 'rev' | 'change' | 'change_rev' | 'changed_at' | 'commands';

/** An entry with its place in the roster. */
export interface PlacedEntry {
  readonly place: number;
  readonly entry: RosterEntry;
}

/**
 * An event while commands are applied to it: counts as it changes, and notes what the write will have to raise. The event that
 * it was made of stays as it was.
 */
export class EventDraft {
  private head: EventRecord;
  private readonly roster: RosterEntry[];
  private readonly places: Map<string, number>;
  private readonly rev: number;
  private changed = false;
  private fieldsChanged = false;
  private looksDifferent = false;
  /** Set when somebody who waits may have become entitled to a seat. */
  private unsettled = true;
  /** Whether the command under way is staff's. */
  private byStaff = false;

  constructor(
    private readonly before: EventWithRoster,
    readonly now: Date,
  ) {
    const { roster, ...head } = before;
    this.roster = [...roster];
    this.head = { ...head, seats: countSeats(roster, head.roles) };
    this.places = new Map(roster.map(({ user_id }, place) => [user_id, place]));
    this.rev = before.revision + 1;
  }

  /** The event as it is by now. */
  get event(): EventRecord {
    return this.head;
  }

  get entries(): readonly RosterEntry[] {
    return this.roster;
  }

  /** Says whose command is decided next. */
  begin(byStaff: boolean): void {
    this.byStaff = byStaff;
  }

  /** A member's entry, `null` without one. */
  find(userId: string): PlacedEntry | null {
    const place = this.places.get(userId);
    const entry = place === undefined ? undefined : this.roster[place];
    return place === undefined || entry === undefined ? null : { place, entry };
  }

  /** Draws the next number of the queue. */
  drawOrder(): number {
    const order = this.head.next_order;
    this.head = { ...this.head, next_order: order + 1 };
    return order;
  }

  /** Adds a member's first answer. @returns its place */
  add(entry: Omit<RosterEntry, KeptByDraft>, commandId: string): number {
    const place = this.roster.length;
    const commands = [this.remembered(commandId, 'signed_up')];
    const added: RosterEntry = { ...entry, rev: this.rev, ...this.told('signed_up'), commands };
    this.roster.push(added);
    this.places.set(entry.user_id, place);
    this.note(null, added);
    return place;
  }

  /**
   * Changes an entry.
   * @param commandId whose doing it is; `null` when a repetition finds nothing left to do
   */
  change(place: number, fields: EntryFields, change: EntryChange, commandId: string | null): void {
    const entry = this.roster[place];
    if (entry === undefined) throw new Error(`The roster has no entry ${String(place)}`);
    const commands =
      commandId === null ? entry.commands : remember(entry, this.remembered(commandId, change));
    const told = isTold(change) ? this.told(change) : {};
    const next = { ...entry, ...fields };
    const changed: RosterEntry = { ...next, ...lost(entry, next), rev: this.rev, ...told, commands };
    this.roster[place] = changed;
    this.note(entry, changed);
  }

  /** Changes fields or state of the event as a whole. */
  changeEvent(fields: Partial<Event>, kind: EventChangeKind, commandId: string): void {
    const change: EventChange = {
      id: commandId,
      kind: this.head.state === 'draft' && kind !== 'published' ? 'drafted' : kind,
      fields: Object.keys(fields),
      rev: this.rev,
      at: this.now,
    };
    const changes = [...this.head.changes, change].slice(-REMEMBERED_CHANGES);
    this.head = { ...this.head, ...fields, changes };
    if (fields.roles !== undefined) {
      this.head = { ...this.head, seats: countSeats(this.roster, this.head.roles) };
    }
    this.changed = this.fieldsChanged = this.looksDifferent = this.unsettled = true;
  }

  /** Notes that a time has come which only the message shows; nothing of the event itself changes. */
  noteTime(come: 'check_in_shown' | 'signups_closed'): void {
    this.head = { ...this.head, [come]: true };
    this.changed = this.looksDifferent = true;
  }

  /** Whether the waitlist has to be looked at; says so once. */
  takeUnsettled(): boolean {
    const { unsettled } = this;
    this.unsettled = false;
    return unsettled;
  }

  /** The event after the commands; the very one from before when nothing has changed. */
  finish(): EventWithRoster {
    if (!this.changed) return this.before;
    const { head, before } = this;
    return {
      ...head,
      revision: this.rev,
      edition: before.edition + (this.fieldsChanged ? 1 : 0),
      // The message of an event that is over stays as it was when it ended.
      shown: before.shown + (this.looksDifferent && !isClosed(before.state) ? 1 : 0),
      updated_at: this.fieldsChanged ? this.now : before.updated_at,
      due_at: nextDue(head, this.roster),
      roster: this.roster,
    };
  }

  private remembered(id: string, result: CommandResult): RememberedCommand {
    return { id, result, ...(this.byStaff && { by_staff: true }) };
  }

  private told(change: EntryChange): Pick<RosterEntry, 'change' | 'change_rev' | 'changed_at'> {
    return { change, change_rev: this.rev, changed_at: this.now };
  }

  /** Counts a changed entry and notes what its change means. */
  private note(before: RosterEntry | null, after: RosterEntry): void {
    this.changed = true;
    if (before !== null && standsAs(before, after)) {
      this.looksDifferent ||= !fliesAs(before, after);
      return;
    }
    this.looksDifferent = true;
    this.unsettled = true;
    this.head = { ...this.head, seats: recount(this.head.seats, before, after) };
  }
}

function remember({ commands }: RosterEntry, command: RememberedCommand): readonly RememberedCommand[] {
  return [...commands, command].slice(-REMEMBERED_COMMANDS);
}

/** What goes with a seat, or with the offer of one. */
function lost(before: RosterEntry, { status }: RosterEntry): EntryFields {
  const isAshore = before.ship_id !== undefined && before.ship_id !== null && !holdsSeat(status);
  return {
    ...(before.status === 'offered' && status !== 'offered' && { offer_expires_at: null }),
    ...(isAshore && { ship_id: null, ship_post: null }),
  };
}

/** Whether an entry has the same seat as before, or the same place in the same queues. */
function standsAs(before: RosterEntry, after: RosterEntry): boolean {
  const isSame = (['status', 'order', 'role_id'] as const).every((field) => before[field] === after[field]);
  return isSame && String(wishesOf(before)) === String(wishesOf(after));
}

/** Whether an entry's ships are as before. */
function fliesAs(before: RosterEntry, after: RosterEntry): boolean {
  const shown = ['ship_id', 'ship_post', 'ship_model'] as const;
  return shown.every((field) => before[field] === after[field]);
}
