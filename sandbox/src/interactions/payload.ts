import {
  InteractionType,
  type APIMessageInteractionMetadata,
  type ApplicationCommandType,
} from 'discord-api-types/v10';
import { entitlementsOf } from '../rules/entitlements.js';
import { channelPermissions } from '../rules/permissions.js';
import { channelShape } from '../shapes/channel.js';
import { entitlementShape } from '../shapes/entitlement.js';
import { featuresOf } from '../shapes/guild.js';
import { bareMemberShape, requireUser, userShape } from '../shapes/user.js';
import { memberId, type World } from '../world/world.js';
import type { Scene } from './scene.js';

/** Bytes that a file in an answer may have. */
const ATTACHMENT_LIMIT = 10 * 1024 * 1024;

/** What all interactions carry, besides their own `data`. */
export function commonPayload(
  world: World,
  applicationId: string,
  scene: Scene,
  ids: { id: string; token: string; type: InteractionType },
): Record<string, unknown> {
  const { channel, userId } = scene;
  const user = requireUser(world, userId);
  const guild = channel.guild_id === null ? undefined : world.guilds.get(channel.guild_id);
  const member = guild && world.members.get(memberId(guild.id, userId));
  const entitlements = entitlementsOf(world, userId, channel.guild_id);
  const shape = {
    ...channelShape(world, channel),
    permissions: String(channelPermissions(world, channel, userId)),
  };
  return {
    ...ids,
    version: 1,
    application_id: applicationId,
    ...(guild
      ? {
          guild_id: guild.id,
          guild: { id: guild.id, locale: guild.preferred_locale, features: featuresOf(guild) },
          guild_locale: guild.preferred_locale,
        }
      : {}),
    channel_id: channel.id,
    channel: shape,
    ...(member
      ? { member: { ...bareMemberShape(member), permissions: shape.permissions, user: userShape(user) } }
      : { user: userShape(user) }),
    ...(ids.type === InteractionType.ApplicationCommandAutocomplete
      ? {}
      : { entitlement_sku_ids: entitlements.map(({ sku_id }) => sku_id) }),
    locale: user.locale,
    app_permissions: String(channelPermissions(world, channel, applicationId)),
    entitlements: entitlements.map((one) => entitlementShape(world, one)),
    authorizing_integration_owners: { '0': guild?.id ?? '0' },
    context: guild ? 0 : 1,
    attachment_size_limit: ATTACHMENT_LIMIT,
  };
}

/** A command that is used: of which kind, and from whose menu. */
export interface UsedCommand {
  type: ApplicationCommandType;
  target_user_id?: string;
  target_message_id?: string;
}

function commandMetadata(world: World, { name, type, ...target }: { name: string } & UsedCommand): object {
  const { target_user_id, target_message_id } = target;
  return {
    name,
    command_type: type,
    ...(target_user_id === undefined ? {} : { target_user: userShape(requireUser(world, target_user_id)) }),
    ...(target_message_id === undefined ? {} : { target_message_id }),
  };
}

/** What messages say of the interaction that they answer. */
export function metadataOf(
  world: World,
  scene: Scene,
  fields: {
    id: string;
    type: InteractionType;
    command?: { name: string } & UsedCommand;
    messageId?: string | undefined;
    /** Of the interaction that opened the modal. */
    opener?: APIMessageInteractionMetadata | undefined;
  },
): APIMessageInteractionMetadata {
  const metadata = {
    id: fields.id,
    type: fields.type,
    user: userShape(requireUser(world, scene.userId)),
    authorizing_integration_owners: { '0': scene.channel.guild_id ?? '0' },
    ...(fields.command ? commandMetadata(world, fields.command) : {}),
    ...(fields.messageId === undefined || fields.opener ? {} : { interacted_message_id: fields.messageId }),
    ...(fields.opener ? { triggering_interaction_metadata: fields.opener } : {}),
  };
  return metadata as unknown as APIMessageInteractionMetadata;
}
