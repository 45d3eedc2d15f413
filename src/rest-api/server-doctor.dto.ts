import { ApiProperty } from '@nestjs/swagger';
import {
  DENIED_BY,
  type Denial,
  type PermissionName,
  PERMISSIONS,
  SERVER_FEATURES,
  type ServerFeature,
} from '../features/guilds/rules/permissions.js';
import type {
  ChannelChoice,
  ExaminedFeature,
  Examination,
  RoleChoice,
  ServerChoice,
  Trial,
} from '../features/guilds/server-doctor.service.js';
import { DiscordId, Integer } from './openapi/formats.js';
import { Snowflake } from './validation/decorators.js';

const PermissionNames = (): PropertyDecorator =>
  ApiProperty({ enum: Object.keys(PERMISSIONS), isArray: true });

/** A role by its name. */
class NamedRoleView {
  @DiscordId() readonly id: string;
  readonly name: string;
}

/** What denies the bot one permission. */
class DenialView implements Omit<Denial, 'role_ids'> {
  @ApiProperty({ enum: Object.keys(PERMISSIONS) }) readonly permission: PermissionName;
  /**
   * `server`: none of its roles there allows it · `everyone`, `role`, `member`: the channel denies it to @everyone, to roles of
   * the bot, to the bot itself · `hidden`: the bot does not see the channel.
   */
  @ApiProperty({ enum: DENIED_BY }) readonly by: Denial['by'];
  /** The roles that deny it; of `server`, the bot's own, which could allow it. */
  @ApiProperty({ type: [NamedRoleView] }) readonly roles: readonly NamedRoleView[];
}

/** How one feature stands on a server. */
class ExaminedFeatureView implements ExaminedFeature {
  @ApiProperty({ enum: SERVER_FEATURES }) readonly feature: ServerFeature;
  /** Where it is needed; null for the server as a whole. */
  @DiscordId() readonly channel_id: string | null;
  readonly channel_name: string | null;
  /** Whether the channel is gone, or holds no messages. */
  readonly channel_unusable: boolean;
  /** By their names on Discord. */
  @PermissionNames() readonly needed: readonly PermissionName[];
  /** Those of them that the bot lacks. */
  @PermissionNames() readonly permissions: PermissionName[];
  @ApiProperty({ type: [DenialView] }) readonly denials: readonly DenialView[];
  /**
   * What gives the bot what it lacks: `self`, `POST …/doctor/mend` · `channel`, a person in the channel's settings · `invite`,
   * the link.
   */
  // In an OpenAPI enum, `nullable` alone does not let null pass.
  @ApiProperty({ enum: ['self', 'channel', 'invite', null] })
  readonly remedy: ExaminedFeature['remedy'];
}

/** How a server stands at this moment. */
export class ExaminationView implements Examination {
  /** `absent`: the bot is not there · `unknown`: Discord does not say. */
  readonly state: 'seen' | 'absent' | 'unknown';
  @ApiProperty({ type: [ExaminedFeatureView] }) readonly features: readonly ExaminedFeatureView[];
  /** Invites the bot anew with what the server does not allow it yet; null when that mends nothing. */
  readonly invite_url: string | null;
}

/** A channel of a server, to choose from. */
class ChannelChoiceView implements ChannelChoice {
  @DiscordId() readonly id: string;
  readonly name: string;
  /** Discord's number for its kind: 0 text, 2 voice, 4 category, 5 announcements. */
  @Integer() readonly type: number;
  /** Its category. */
  @DiscordId() readonly parent_id: string | null;
  @Integer() readonly position: number;
  /** Whether messages can go there. */
  readonly takes_messages: boolean;
  /** What the bot lacks to post there. */
  @PermissionNames() readonly missing_permissions: readonly PermissionName[];
}

/** The channels of a server. */
export class ChannelChoicesView {
  @ApiProperty({ type: [ChannelChoiceView] }) readonly items: readonly ChannelChoiceView[];
}

/** A role of a server, to choose from. */
class RoleChoiceView implements RoleChoice {
  @DiscordId() readonly id: string;
  readonly name: string;
  @Integer() readonly position: number;
  /** Whether only Discord or a bot gives and takes it. */
  readonly managed: boolean;
  /** Why the bot cannot give it; null when it can. */
  readonly obstacle: string | null;
}

/** The roles of a server. */
export class RoleChoicesView {
  @ApiProperty({ type: [RoleChoiceView] }) readonly items: readonly RoleChoiceView[];
}

/** A server that somebody manages on Discord. */
class ServerChoiceView implements ServerChoice {
  @DiscordId() readonly guild_id: string;
  readonly name: string;
  readonly bot_is_there: boolean;
  /** Whether it is registered, by whatever organization. */
  readonly registered: boolean;
  /** Invites the bot there, with every permission that it may need. */
  readonly invite_url: string;
}

/** The servers that somebody manages on Discord. */
export class ServerChoicesView {
  /** As Discord said when you last signed in in a browser; null before that. */
  @ApiProperty({ type: [ServerChoiceView], nullable: true })
  readonly items: readonly ServerChoiceView[] | null;
}

/** Body of `POST /discord/guilds/{guild_id}/doctor/trial`. */
export class TrialDto {
  /** @example "100000000000000004" */
  @Snowflake()
  readonly channel_id: string;
}

/** What came of a message that was posted and deleted. */
export class TrialView implements Trial {
  readonly ok: boolean;
  /** What Discord refused, in plain words. */
  readonly error: string | null;
}
