import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsString, Matches } from 'class-validator';
import { SNOWFLAKE } from '../common/snowflake.js';
import { EVENT_STATES, type EventState } from '../features/events/rules/event.js';
import type {
  MirrorStatusName,
  Repair,
  MirrorView as Mirror,
  SyncState,
} from '../features/scheduled-events/rules/mirror.js';
import type { MirroredEvent, ServerMirror } from '../features/scheduled-events/scheduled-events.service.js';
import type { AttendeesSynced } from '../features/scheduled-events/attendees.service.js';
import { DiscordId, Integer, Uuid } from './openapi/formats.js';
import { Optional, Snowflake } from './validation/decorators.js';

/** Body of create, update and delete of an event's mirrors; all of it may be left out. */
export class MirrorRequestDto {
  /** Only these servers; all of the organization's when left out. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @Matches(SNOWFLAKE, { each: true, message: 'each guild id must be a Discord id (17 to 20 digits)' })
  @ApiProperty({ type: 'array', items: { type: 'string', pattern: SNOWFLAKE.source } })
  readonly guild_ids?: string[];

  /** With create: whether the event gets channels of its own there; as the server's `auto_create_channels` says when left out. */
  @Optional()
  @IsBoolean()
  readonly create_channels?: boolean;

  /** Accepted; a signup message belongs to every mirror in a server with an event channel. */
  @Optional()
  @IsBoolean()
  readonly create_signup_message?: boolean;
}

/** Body of `POST /discord/events/events/create/{event_id}`; all of it may be left out. */
export class CreateMirrorsDto extends MirrorRequestDto {
  /** Whether the event gets a role of its own there, for people with a seat; as the server's `auto_manage_roles` says when left out. */
  @Optional()
  @IsBoolean()
  readonly create_roles?: boolean;
}

/** Body of `POST /discord/events/events/{event_id}/signup-message`. */
export class SignupMessageDto {
  /** @example "100000000000000001" */
  @Snowflake()
  readonly guild_id: string;

  /** @example "100000000000000004" */
  @Snowflake()
  readonly channel_id: string;
}

/** Body of `POST /discord/events/adopt`. */
export class AdoptDto {
  /** @example "100000000000000001" */
  @Snowflake()
  readonly guild_id: string;

  /** @example "100000000000000005" */
  @Snowflake()
  readonly discord_event_id: string;
}

/** Body of `POST /discord/events/events/{event_id}/sync-attendees`. */
export class SyncAttendeesDto {
  /** @example "100000000000000001" */
  @Snowflake()
  readonly guild_id: string;
}

/** What comparing those interested on Discord with the signups came to. */
export class AttendeesView implements AttendeesSynced {
  /** People interested on Discord, but for the bot. */
  @Integer() readonly discord_attendees: number;
  /** Signups that count, afterwards. */
  @Integer() readonly verselink_signups: number;
  @Integer() readonly added: number;
  @Integer() readonly removed: number;
  /** Interested people whom VerseLink does not know. */
  @Integer() readonly unlinked: number;
  readonly sync_completed: boolean;
}

const AUTO_MANAGE_ACTIONS = ['created', 'updated', 'cancelled', 'completed'] as const;
export type AutoManageAction = (typeof AUTO_MANAGE_ACTIONS)[number];

/** Query of `POST /discord/events/auto-manage/{event_id}`. */
export class AutoManageQuery {
  @IsIn(AUTO_MANAGE_ACTIONS)
  readonly action: AutoManageAction;
}

const STATUS_NAMES = ['scheduled', 'active', 'completed', 'cancelled'] as const satisfies MirrorStatusName[];

/** A change made by hand on Discord that was undone. */
class RepairView implements Repair {
  readonly at: Date;
  /** The fields that had been changed. */
  readonly fields: string[];
}

/** What one Discord server shows of an event, as REST shows it. */
export class MirrorView implements Mirror {
  @Uuid() readonly id: string;
  @DiscordId() readonly discord_event_id: string | null;
  @DiscordId() readonly guild_id: string;
  /** `null` for a server that is not registered any more. */
  readonly guild_name: string | null;
  /** Where people open it in Discord; `null` while it is not there. */
  readonly event_url: string | null;
  /** The same of the signup message. */
  readonly message_url: string | null;
  @Uuid() readonly verselink_event_id: string;
  readonly name: string | null;
  readonly description: string | null;
  // In an OpenAPI enum, `nullable` alone does not let null pass.
  @ApiProperty({ enum: [...STATUS_NAMES, null] })
  readonly status: MirrorStatusName | null;
  readonly scheduled_start_time: Date | null;
  readonly scheduled_end_time: Date | null;
  @Integer() readonly user_count: number | null;
  readonly sync_state: SyncState;
  readonly last_error: string | null;
  @ApiProperty({ type: RepairView, nullable: true })
  readonly last_repair: Repair | null;
  readonly created_at: Date;
}

/** An event beside what a server shows of it. */
class MirroredEventView implements MirroredEvent {
  @Uuid() readonly id: string;
  readonly title: string;
  readonly start_at_utc: Date;
  @Integer() readonly duration_minutes: number;
  @ApiProperty({ enum: EVENT_STATES }) readonly state: EventState;
}

/** As `MirrorView`, with the event as it is. */
export class ServerMirrorView extends MirrorView implements ServerMirror {
  @ApiProperty({ type: MirroredEventView }) readonly event: Readonly<MirroredEventView>;
}

/** What a request about mirrors set going. */
export class MirrorRequestView {
  readonly message: string;
  @Uuid() readonly event_id: string;
  readonly guild_ids: string[];
  @Integer() readonly jobs_queued: number;
}

/** As `MirrorRequestView`, with the action it was asked for. */
export class AutoManageView extends MirrorRequestView {
  readonly action: AutoManageAction;
}

/** The signup message that a channel shows now. */
export class SignupMessageView {
  readonly message: string;
  @Uuid() readonly interactive_message_id: string;
  @DiscordId() readonly discord_message_id: string | null;
}
