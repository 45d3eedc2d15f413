import type {
  AttendanceAtEvent,
  MemberAttendance,
  OwnAttendance,
  TotalAttendance,
} from '../features/attendance/attendance.service.js';
import type { Rated } from '../features/attendance/rules/attendance.js';
import { DiscordId, Integer, Uuid } from './openapi/formats.js';

/** Figures over events that are over. */
class AttendanceFigures implements Rated {
  /** Seats that they had. */
  @Integer() readonly signed_up: number;
  @Integer() readonly checked_in: number;
  /** Seats with which they checked in, or were in the event's voice channels for a while. */
  @Integer() readonly attended: number;
  /** Seats that organizers marked as no-show. */
  @Integer() readonly no_shows: number;
  /** In the voice channels of events. */
  @Integer() readonly minutes: number;
  /** `attended` of `signed_up`, 0 to 1. */
  readonly attendance_rate: number | null;
  /** `no_shows` of `signed_up`, 0 to 1. */
  readonly no_show_rate: number | null;
}

/** How often a member came. */
export class MemberAttendanceView extends AttendanceFigures implements MemberAttendance {
  @Uuid() readonly user_id: string;
  @DiscordId() readonly discord_id: string;
  readonly handle: string;
}

/** How all events of an organization were attended. */
export class TotalAttendanceView extends AttendanceFigures implements TotalAttendance {
  @Integer() readonly events: number;
}

/** How often you came to the events of one organization. */
export class OwnAttendanceView extends AttendanceFigures implements OwnAttendance {
  @Uuid() readonly org_id: string;
  readonly org_name: string;
}

/** Whether somebody who had a seat in an event came. */
export class EventAttendanceView implements AttendanceAtEvent {
  @Uuid() readonly user_id: string;
  @DiscordId() readonly discord_id: string;
  readonly handle: string;
  readonly role_name: string | null;
  /** Whether they had a seat. */
  readonly signed_up: boolean;
  readonly checked_in: boolean;
  readonly checked_in_at: Date | null;
  /** Whether they checked in, or were in the event's voice channels for a while. */
  readonly attended: boolean;
  /** Whether organizers marked them as no-show. */
  readonly no_show: boolean;
  /** In the event's voice channels; counted when it is over. */
  @Integer() readonly minutes: number;
}
