import { holdsSeat, type RosterEntry } from '../../events/rules/roster.js';

/** What became of one person in one event that is over. */
export interface Attendance {
  /** They had a seat, whether or not they came. */
  readonly signed_up: boolean;
  readonly checked_in: boolean;
  /** They had a seat, and checked in or were in the event's voice channels for a while. */
  readonly attended: boolean;
  /** An organizer said that they did not come. */
  readonly no_show: boolean;
  /** Minutes in the event's voice channels. */
  readonly minutes: number;
}

/** Sums over events that are over. */
export interface Figures {
  readonly signed_up: number;
  readonly checked_in: number;
  readonly attended: number;
  readonly no_shows: number;
  readonly minutes: number;
}

/** With what part of the seats was attended, and what part was marked as no-show; `null` where there were none. */
export interface Rated extends Figures {
  readonly attendance_rate: number | null;
  readonly no_show_rate: number | null;
}

/** Being there for so long counts as attending; half of an event that is shorter. */
const ATTENDED_MINUTES = 10;

/** @param entry `null` for somebody who was there without an answer · @param length of the event, in minutes */
export function attendanceOf(
  entry: Pick<RosterEntry, 'status'> | null,
  minutes: number,
  length: number,
): Attendance {
  const noShow = entry?.status === 'no_show';
  const signedUp = entry !== null && (noShow || holdsSeat(entry.status));
  const checkedIn = entry?.status === 'checked_in';
  const present = minutes >= Math.min(ATTENDED_MINUTES, Math.ceil(length / 2));
  return {
    signed_up: signedUp,
    checked_in: checkedIn,
    attended: signedUp && !noShow && (checkedIn || present),
    no_show: noShow,
    minutes,
  };
}

export function rated(figures: Figures): Rated {
  const { signed_up, attended, no_shows } = figures;
  const part = (count: number) => (signed_up === 0 ? null : Math.round((count / signed_up) * 1_000) / 1_000);
  return { ...figures, attendance_rate: part(attended), no_show_rate: part(no_shows) };
}

const CELLS = 10;

/** A rate as a bar of text. */
export function bar(rate: number): string {
  const full = Math.round(rate * CELLS);
  return '▰'.repeat(full) + '▱'.repeat(CELLS - full);
}
