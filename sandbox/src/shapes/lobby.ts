import type { LobbyMember, LobbyMessageRecord, LobbyRecord } from '../world/application-records.js';
import type { World } from '../world/world.js';
import { channelShape } from './channel.js';
import { requireUser, userShape } from './user.js';

/** A lobby in Discord's own form. */
export function lobbyShape(world: World, lobby: LobbyRecord): object {
  const channel = world.channels.get(lobby.linked_channel_id ?? '');
  const { id, metadata, members, flags, override_event_webhooks_url: url } = lobby;
  return {
    ...{ id, application_id: world.ownApplication.application_id, metadata, members, flags },
    ...(url === null ? {} : { override_event_webhooks_url: url }),
    ...(channel ? { linked_channel: channelShape(world, channel) } : {}),
  };
}

/** A lobby's message in Discord's own form. */
export function lobbyMessageShape(world: World, lobby: LobbyRecord, message: LobbyMessageRecord): object {
  const { id, content, author_id, moderation_metadata } = message;
  const name = lobby.members.find((member: LobbyMember) => member.id === author_id)?.additional_name;
  return {
    ...{ id, type: 0, content, flags: 0 },
    lobby_id: lobby.id,
    channel_id: lobby.linked_channel_id ?? lobby.id,
    author: userShape(requireUser(world, author_id)),
    application_id: world.ownApplication.application_id,
    ...(name === undefined ? {} : { lobby_member: { additional_name: name } }),
    ...(moderation_metadata ? { moderation_metadata } : {}),
  };
}
