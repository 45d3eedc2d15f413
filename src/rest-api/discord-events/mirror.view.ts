import { IsArray, IsDate, IsIn, IsInt, IsString, IsUUID } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import type {
  MirrorStatusName,
  MirrorView as Mirror,
} from '../../features/scheduled-events/rules/mirror-view.js';
import { SYNC_STATES, type SyncState } from '../../features/scheduled-events/rules/mirror.js';
import { Nullable, Snowflake } from '../validation/decorators.js';
import { AUTO_MANAGE_ACTIONS, type AutoManageAction } from './mirror-request.dto.js';

const STATUS_NAMES = ['scheduled', 'active', 'completed', 'cancelled'] as const satisfies MirrorStatusName[];

/** What one Discord server shows of an event, as REST shows it. */
export class MirrorView implements Mirror {
  @IsUUID() readonly id: string;
  @Nullable() @Snowflake() readonly discord_event_id: string | null;
  @Snowflake() readonly guild_id: string;
  @IsUUID() readonly verselink_event_id: string;
  @Nullable() @IsString() readonly name: string | null;
  @Nullable() @IsString() readonly description: string | null;
  // In an OpenAPI enum, `nullable` alone does not let null pass. The topmost description of a field wins.
  @JSONSchema({ nullable: true, enum: [...STATUS_NAMES, null] })
  @Nullable()
  @IsIn(STATUS_NAMES)
  readonly status: MirrorStatusName | null;
  @Nullable() @IsDate() readonly scheduled_start_time: Date | null;
  @Nullable() @IsDate() readonly scheduled_end_time: Date | null;
  @Nullable() @IsInt() readonly user_count: number | null;
  @IsIn(SYNC_STATES) readonly sync_state: SyncState;
  @Nullable() @IsString() readonly last_error: string | null;
  @IsDate() readonly created_at: Date;
}

/** What a request about mirrors set going. */
export class MirrorRequestView {
  @IsString() readonly message: string;
  @IsUUID() readonly event_id: string;
  @IsArray() @IsString({ each: true }) readonly guild_ids: string[];
  @IsInt() readonly jobs_queued: number;
}

/** As `MirrorRequestView`, with the action it was asked for. */
export class AutoManageView extends MirrorRequestView {
  @IsIn(AUTO_MANAGE_ACTIONS) readonly action: AutoManageAction;
}

/** The signup message that a channel shows now. */
export class SignupMessageView {
  @IsString() readonly message: string;
  @IsUUID() readonly interactive_message_id: string;
  @Nullable() @Snowflake() readonly discord_message_id: string | null;
}
