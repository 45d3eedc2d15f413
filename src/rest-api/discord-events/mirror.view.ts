import { ApiProperty } from '@nestjs/swagger';
import type {
  MirrorStatusName,
  MirrorView as Mirror,
} from '../../features/scheduled-events/rules/mirror-view.js';
import type { SyncState } from '../../features/scheduled-events/rules/mirror.js';
import { DiscordId, Integer, Uuid } from '../openapi/formats.js';
import type { AutoManageAction } from './mirror-request.dto.js';

const STATUS_NAMES = ['scheduled', 'active', 'completed', 'cancelled'] as const satisfies MirrorStatusName[];

/** What one Discord server shows of an event, as REST shows it. */
export class MirrorView implements Mirror {
  @Uuid() readonly id: string;
  @DiscordId() readonly discord_event_id: string | null;
  @DiscordId() readonly guild_id: string;
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
  readonly created_at: Date;
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
