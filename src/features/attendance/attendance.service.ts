import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { decodeCursor, encodeCursor } from '../../common/cursor.js';
import { type Page, pageOf } from '../../common/page.js';
import type { KeepsPersonalData, Person } from '../../common/personal-data.js';
import { toTable } from '../../common/table.js';
import { Config } from '../../config/config.js';
import { type Locale, textsIn } from '../../languages/languages.js';
import { HandlesTrigger } from '../../queue/handles.js';
import { EventsService } from '../events/events.service.js';
import { roleNameOf } from '../events/rules/signup-row.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { UsersService } from '../users/users.service.js';
import { EventPresenceRepository, type FiguresOf } from './event-presence.repository.js';
import { type Attendance, attendanceOf, rated, type Rated } from './rules/attendance.js';
import { VoicePresenceRepository } from './voice-presence.repository.js';

/** How often a member came to an organization's events. */
export interface MemberAttendance extends Rated {
  readonly user_id: string;
  readonly discord_id: string;
  readonly handle: string;
}

/** How an organization's events were attended, all together. */
export interface TotalAttendance extends Rated {
  readonly events: number;
}

/** How often somebody came to the events of one organization. */
export interface OwnAttendance extends Rated {
  readonly org_id: string;
  readonly org_name: string;
}

/** Whether somebody who had a seat in an event came. */
export interface AttendanceAtEvent extends Attendance {
  readonly user_id: string;
  readonly discord_id: string;
  readonly handle: string;
  readonly role_name: string | null;
  readonly checked_in_at: Date | null;
}

/** Which page. */
export interface AttendanceQuery {
  readonly limit: number;
  /** `next_cursor` of the page before. */
  readonly cursor?: string | undefined;
}

const DAY_MS = 86_400_000;
/** Lines of a table at most. */
const TABLE_ROWS = 10_000;

/** Who came to events: figures of members and organizations, counted from events that are over. */
@Injectable()
export class AttendanceService implements KeepsPersonalData {
  constructor(
    private readonly events: EventsService,
    private readonly organizations: OrganizationsService,
    private readonly users: UsersService,
    private readonly rows: EventPresenceRepository,
    private readonly voice: VoicePresenceRepository,
    private readonly config: Config,
  ) {}

  /**
   * How often each member came, those with the most seats first. For staff.
   * @throws not_found, forbidden as `OrganizationsService.require`; invalid for a cursor of another list
   */
  async list(
    actor: Actor,
    orgId: string,
    { limit, cursor }: AttendanceQuery,
  ): Promise<Page<MemberAttendance>> {
    await this.organizations.require(actor, orgId, 'organization.attendance');
    const keys = cursor === undefined ? null : decodeCursor(cursor, ['number', 'string']);
    const after = keys && { signed_up: Number(keys[0]), user_id: String(keys[1]) };
    const figures = await this.rows.listMembers(orgId, after, limit + 1);
    const page = pageOf(figures, limit, ({ signed_up, id }) => encodeCursor([signed_up, id]));
    return { ...page, items: await this.named(page.items) };
  }

  /** How all events of an organization were attended. For staff. @throws as `list` */
  async total(actor: Actor, orgId: string): Promise<TotalAttendance> {
    await this.organizations.require(actor, orgId, 'organization.attendance');
    const { events, ...figures } = await this.rows.total(orgId);
    return { events, ...rated(figures) };
  }

  /** `list` whole, as a table (CSV) for spreadsheets. @throws as `list` */
  async export(actor: Actor, orgId: string, locale: Locale): Promise<{ file_name: string; content: string }> {
    const { tag } = await this.organizations.require(actor, orgId, 'organization.attendance');
    const members = await this.named(await this.rows.listMembers(orgId, null, TABLE_ROWS));
    const { attendance, rosterTable } = textsIn(locale);
    const rows = members.map((row) => [
      row.handle,
      row.discord_id,
      row.signed_up,
      row.attended,
      row.checked_in,
      row.no_shows,
      row.minutes,
      row.attendance_rate,
      row.no_show_rate,
    ]);
    return {
      file_name: `${tag}-attendance.csv`,
      content: await toTable(attendance.columns, rows, rosterTable.separator),
    };
  }

  /** How often somebody came themself, by organization. */
  async listOwn(actor: Actor): Promise<OwnAttendance[]> {
    const own = await this.rows.listOwn(actor.user_id);
    return Promise.all(
      own.map(async ({ id, ...figures }) => {
        const organization = await this.organizations.find(id);
        return { org_id: id, org_name: organization?.name ?? '', ...rated(figures) };
      }),
    );
  }

  /** Minutes that people were in the voice channels of an event that is over, by user id; who was in none is missing. */
  async minutesOf(eventId: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.rows.listOfEvent(eventId);
    return new Map(rows.flatMap(({ user_id, minutes }) => (minutes > 0 ? [[user_id, minutes]] : [])));
  }

  /**
   * Who of those with a seat in an event came, as far as it is known by now: minutes in voice are counted when it is over. For staff.
   * @throws not_found, forbidden as `EventsService.readToChange`
   */
  async ofEvent(actor: Actor, eventId: string): Promise<AttendanceAtEvent[]> {
    const event = await this.events.readToChange(actor, eventId);
    const [found, minutes] = await Promise.all([
      this.events.findWithRoster(eventId),
      this.minutesOf(eventId),
    ]);
    const roster = found?.roster ?? [];
    const users = await this.users.findAll(roster.map(({ user_id }) => user_id));
    const rows = roster.map((entry) => ({
      user_id: entry.user_id,
      discord_id: users.get(entry.user_id)?.discord_id ?? '',
      handle: users.get(entry.user_id)?.handle ?? '',
      role_name: roleNameOf(event, entry),
      checked_in_at: entry.checked_in_at,
      ...attendanceOf(entry, minutes.get(entry.user_id) ?? 0, event.duration_minutes),
    }));
    return rows.filter(({ signed_up }) => signed_up);
  }

  /** Lets events that are long over say no more who came; what was counted stays. */
  @HandlesTrigger('forget_attendance')
  async forgetPeople(): Promise<void> {
    await this.rows.forgetPeople(new Date(Date.now() - this.config.retentionDays.rosters * DAY_MS));
  }

  async exportOf({ user_id, discord_id }: Person): Promise<unknown> {
    return { events: await this.rows.listOf(user_id), voice: await this.voice.listOf(discord_id) };
  }

  async erase({ user_id, discord_id }: Person, tombstone: string): Promise<void> {
    await this.voice.removeOf(discord_id);
    await this.rows.replacePerson(user_id, tombstone);
  }

  private async named(figures: readonly FiguresOf[]): Promise<MemberAttendance[]> {
    const users = await this.users.findAll(figures.map(({ id }) => id));
    return figures.map(({ id, ...sums }) => {
      const user = users.get(id);
      return {
        user_id: id,
        discord_id: user?.discord_id ?? '',
        handle: user?.handle ?? '',
        ...rated(sums),
      };
    });
  }
}
