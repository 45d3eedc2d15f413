import { IsBoolean, IsIn } from 'class-validator';
import { LOCALES, type Locale } from '../../features/users/rules/user.js';
import { Nullable, Optional, Snowflake, Text } from '../validation/decorators.js';

/** How a server is served. What is left out stays as it is, or takes its default. */
export class GuildSettingsDto {
  @Nullable()
  @Snowflake()
  readonly announcement_channel_id?: string | null;

  /** Where signup messages go. */
  @Nullable()
  @Snowflake()
  readonly event_channel_id?: string | null;

  @Nullable()
  @Snowflake()
  readonly reminder_channel_id?: string | null;

  /** @example true */
  @Optional()
  @IsBoolean()
  readonly sync_enabled?: boolean;

  /** @example true */
  @Optional()
  @IsBoolean()
  readonly reminder_enabled?: boolean;

  @Optional()
  @IsBoolean()
  readonly auto_create_channels?: boolean;

  @Optional()
  @IsBoolean()
  readonly auto_manage_roles?: boolean;

  /** Whether new members are welcomed in `welcome_channel_id`. */
  @Optional()
  @IsBoolean()
  readonly welcome_enabled?: boolean;

  @Nullable()
  @Snowflake()
  readonly welcome_channel_id?: string | null;

  /** `{user}` stands for the new member, `{server}` for the server's name. */
  @Nullable()
  @Text(1, 1500)
  readonly welcome_message?: string | null;

  /** Whether the bot reports that messages were sent: their length, never what they say. */
  @Optional()
  @IsBoolean()
  readonly message_tracking_enabled?: boolean;

  /**
   * Language of what the whole server sees.
   * @example "fr"
   */
  @Optional()
  @IsIn(LOCALES)
  readonly locale?: Locale;
}
