import { ApiProperty } from '@nestjs/swagger';
import type {
  ComparedPart,
  MirrorComparison,
} from '../features/scheduled-events/mirror-comparison.service.js';
import { PART_STATES, type PartState } from '../features/scheduled-events/mirror-reader.js';
import {
  type ComparedField,
  FIELD_STATES,
  type FieldState,
} from '../features/scheduled-events/rules/comparison.js';
import type { SyncState } from '../features/scheduled-events/rules/mirror.js';
import { JobView } from './discord-jobs.dto.js';
import { CountedLimitView } from './event-preview.dto.js';
import { ServerFaultView } from './guilds.dto.js';
import { DiscordId, Uuid } from './openapi/formats.js';

/** One field, as it should be, as Discord has it and as it was sent last. Times are in UTC. */
class ComparedFieldView implements ComparedField {
  /** Of messages also `fields.0`, `fields.1` …, and `components.0` … for the rows of buttons and menus. */
  readonly field: string;
  /** `null` where it should not be. */
  readonly wanted: string | null;
  /** `null` where Discord has none. */
  readonly found: string | null;
  /** As Discord confirmed it last. Of messages `null` when another one than the wanted was sent last: what it said is not kept. */
  readonly last_sent: string | null;
  /** `fixed`: differs, and Discord takes no change of it any more. */
  @ApiProperty({ enum: FIELD_STATES }) readonly state: FieldState;
}

/** The scheduled event or the signup message. */
class ComparedPartView implements ComparedPart {
  /**
   * `missing`: it was there, and Discord has it no more. `none`: there was none. `hidden`: people hid what the message says.
   * `unreadable`: the bot may not look.
   */
  @ApiProperty({ enum: PART_STATES }) readonly state: PartState;
  @ApiProperty({ type: [ComparedFieldView] }) readonly fields: readonly ComparedFieldView[];
}

/** What a Discord server should show of an event beside what Discord has, and what may be why they differ. */
export class MirrorComparisonView implements Omit<MirrorComparison, 'faults' | 'job'> {
  @Uuid() readonly event_id: string;
  @DiscordId() readonly guild_id: string;
  readonly guild_name: string;
  readonly compared_at: Date;
  readonly sync_state: SyncState;
  readonly last_error: string | null;
  @ApiProperty({ type: ComparedPartView }) readonly scheduled_event: Readonly<ComparedPartView>;
  @ApiProperty({ type: ComparedPartView }) readonly signup_message: Readonly<ComparedPartView>;
  /** What Discord refuses there until somebody mends it. */
  @ApiProperty({ type: [ServerFaultView] }) readonly faults: readonly Readonly<ServerFaultView>[];
  /** Limits of Discord by which texts of the event are cut. */
  @ApiProperty({ type: [CountedLimitView] }) readonly exceeded_limits: readonly Readonly<CountedLimitView>[];
  /** The job that worked on it last, or will. */
  @ApiProperty({ type: JobView, nullable: true }) readonly job: Readonly<JobView> | null;
}
