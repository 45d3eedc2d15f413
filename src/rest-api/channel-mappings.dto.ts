import { ApiProperty } from '@nestjs/swagger';
import type {
  ChannelKind,
  ChannelMapping,
  ChannelState,
} from '../features/channel-mappings/rules/event-channels.js';
import { DiscordId, Uuid } from './openapi/formats.js';
import { PageQuery } from './paging/page.dto.js';
import { Optional, Snowflake } from './validation/decorators.js';

/** Query of `GET /discord/channel-mappings`. */
export class ListChannelMappingsQuery extends PageQuery {
  @Optional()
  @Snowflake()
  readonly guild_id?: string;
}

/** A channel that was made for an event. */
export class EventChannelView {
  readonly kind: ChannelKind;
  readonly name: string;
  /** The role of the event whose squad it is for; `null` for all. */
  readonly role_id: string | null;
  /** Of the channel or thread; `null` while Discord has not said that it has it. */
  readonly discord_channel_id: string | null;
}

/** The channels of an event on a server. */
export class ChannelMappingView {
  @Uuid() readonly id: string;
  @DiscordId() readonly guild_id: string;
  @Uuid() readonly event_id: string;
  readonly state: ChannelState;
  @ApiProperty({ type: [EventChannelView] }) readonly channels: readonly EventChannelView[];
  readonly last_error: string | null;
  readonly archived_at: Date | null;
  readonly delete_at: Date | null;
  readonly created_at: Date;
}

export function toChannelMappingView(mapping: ChannelMapping): ChannelMappingView {
  const { id, guild_id, event_id, state, channels, last_error, archived_at, delete_at, created_at } = mapping;
  const views = channels.map(({ key, kind, name, channel_id }) => ({
    kind,
    name,
    role_id: key.split(':')[1] ?? null,
    discord_channel_id: channel_id,
  }));
  return { id, guild_id, event_id, state, channels: views, last_error, archived_at, delete_at, created_at };
}
