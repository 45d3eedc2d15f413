import { ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createInvite } from '../../actions/invites.js';
import { deleteLobby, putMembers, removeMembers, updateLobby } from '../../actions/lobbies.js';
import { createMessage } from '../../actions/messages.js';
import type { Context } from '../../context.js';
import { refuse } from '../../errors.js';
import { reachChannelWith } from '../../rules/access.js';
import {
  blankLobby,
  CAN_LINK,
  checkUsers,
  findLobby,
  reachLobby,
  readLobby,
  readMember,
  readMembers,
  readMetadata,
  readModeration,
} from '../../rules/lobbies.js';
import { readMessage } from '../../rules/messages.js';
import { lobbyMessageShape, lobbyShape } from '../../shapes/lobby.js';
import { Reader } from '../../validation/reader.js';
import type { LobbyRecord } from '../../world/application-records.js';
import { compareSnowflakes } from '../../world/snowflake.js';
import { actorOf, noContent, queryInteger } from '../request.js';

interface OfLobby {
  Params: { lobby_id: string };
}
interface OfMember {
  Params: { lobby_id: string; user_id: string };
}
interface OfMessage {
  Params: { lobby_id: string; message_id: string };
}

const LOBBY = '/lobbies/:lobby_id';
const SCOPE = 'sdk.social_layer';
const config = { access: 'bearer' } as const;
/** How long clients can find a lobby by its secret: 30 days. */
const SECRET_MS = 30 * 86_400_000;
/** An invitation into a linked channel: for an hour, once. Discord gives no figures. */
const INVITE = { max_age: 3_600, max_uses: 1, temporary: false, role_ids: [] };

/** Lobbies of a game, as the application manages them. */
export function lobbyRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.post('/lobbies', (request, reply) => {
    const fields = readLobby(world, Reader.of(request.body));
    const lobby = world.lobbies.put({ ...blankLobby(world), ...fields });
    return reply.status(201).send(lobbyShape(world, lobby));
  });

  app.get<OfLobby>(LOBBY, ({ params }) => lobbyShape(world, findLobby(world, params.lobby_id)));

  app.patch<OfLobby>(LOBBY, ({ params, body }) => {
    const lobby = findLobby(world, params.lobby_id);
    return lobbyShape(world, updateLobby(world, lobby, readLobby(world, Reader.of(body))));
  });

  app.delete<OfLobby>(LOBBY, ({ params }, reply) => {
    deleteLobby(world, params.lobby_id);
    return noContent(reply);
  });

  app.put<OfMember>(`${LOBBY}/members/:user_id`, ({ params, body: given }) => {
    const lobby = findLobby(world, params.lobby_id);
    const body = Reader.of(given);
    const member = readMember(body, params.user_id);
    body.issues.refuseIfAny();
    checkUsers(world, [member]);
    putMembers(world, lobby, [member]);
    return member;
  });

  app.delete<OfMember>(`${LOBBY}/members/:user_id`, ({ params }, reply) => {
    removeMembers(world, findLobby(world, params.lobby_id), [params.user_id]);
    return noContent(reply);
  });

  app.post<OfLobby>(`${LOBBY}/members/bulk`, ({ params, body }) => {
    const lobby = findLobby(world, params.lobby_id);
    const { kept, removed } = readMembers(world, body);
    putMembers(world, removeMembers(world, lobby, removed), kept);
    return kept;
  });

  app.post<OfMember>(`${LOBBY}/members/:user_id/invites`, ({ params }) =>
    invite(context, findLobby(world, params.lobby_id), params.user_id),
  );

  app.put<OfMessage>(`${LOBBY}/messages/:message_id/moderation-metadata`, ({ params, body }, reply) => {
    const metadata = readModeration(body);
    const message = world.lobbyMessages.get(params.message_id);
    if (message?.lobby_id !== findLobby(world, params.lobby_id).id) throw refuse(10008);
    world.lobbyMessages.patch(message, { moderation_metadata: metadata });
    return noContent(reply);
  });
}

/** Lobbies as their members use them, by the game's own clients. */
export function ownLobbyRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  /** Enters the lobby with a secret, made by who comes first. */
  app.put('/lobbies', { config }, (request) => {
    const userId = playerOf(request);
    const body = Reader.of(request.body);
    const secret = body.string('secret', { required: true, min: 1, max: 250 }) ?? '';
    const idle = body.integer('idle_timeout_seconds', { nullable: true, min: 5, max: 604_800 });
    const flags = body.integer('flags', { nullable: true, choices: [1] }) ?? 0;
    const metadata = readMetadata(body, 'lobby_metadata') ?? null;
    const own = readMetadata(body, 'member_metadata') ?? null;
    body.issues.refuseIfAny();
    const known = findBySecret(context, secret);
    const blank = { ...blankLobby(world), secret, flags, metadata };
    const lobby = known ?? world.lobbies.put({ ...blank, ...(idle ? { idle_timeout_seconds: idle } : {}) });
    const before = lobby.members.find(({ id }) => id === userId);
    const member = { flags: 0, ...before, id: userId, metadata: own };
    return lobbyShape(world, putMembers(world, lobby, [member]));
  });

  app.delete<OfLobby>(`${LOBBY}/members/@me`, { config }, (request, reply) => {
    const userId = playerOf(request);
    removeMembers(world, findLobby(world, request.params.lobby_id), [userId]);
    return noContent(reply);
  });

  app.post<OfLobby>(`${LOBBY}/members/@me/invites`, { config }, (request) =>
    invite(context, findLobby(world, request.params.lobby_id), playerOf(request)),
  );

  app.patch<OfLobby>(`${LOBBY}/channel-linking`, { config }, (request) => {
    const userId = playerOf(request);
    const lobby = reachLobby(world, request.params.lobby_id, userId);
    const body = Reader.of(request.body);
    const channelId = body.snowflake('channel_id', { nullable: true }) ?? null;
    body.issues.refuseIfAny();
    const member = lobby.members.find(({ id }) => id === userId);
    if (((member?.flags ?? 0) & CAN_LINK) === 0) throw refuse(50013);
    if (channelId !== null) {
      const channel = reachChannelWith(world, channelId, userId, P.ManageChannels | P.SendMessages);
      if (channel.type !== ChannelType.GuildText) throw refuse(50024);
    }
    return lobbyShape(world, updateLobby(world, lobby, { linked_channel_id: channelId }));
  });

  app.get<OfLobby & { Querystring: { limit?: string } }>(`${LOBBY}/messages`, { config }, (request) => {
    const lobby = reachLobby(world, request.params.lobby_id, actorOf(request));
    const limit = queryInteger(request.query.limit, 'limit', { min: 1, max: 200, default: 50 });
    return world.messagesByLobby
      .of(lobby.id)
      .sort((a, b) => compareSnowflakes(b.id, a.id))
      .slice(0, limit)
      .map((message) => lobbyMessageShape(world, lobby, message));
  });

  /** What a member says; in a linked channel everybody reads it, too. */
  app.post<OfLobby>(`${LOBBY}/messages`, { config }, (request, reply) => {
    const userId = playerOf(request);
    const lobby = reachLobby(world, request.params.lobby_id, userId);
    const draft = readMessage(world, Reader.of(request.body), lobby.id);
    const id = world.snowflakes.next();
    const content = draft.content ?? '';
    const message = world.lobbyMessages.put({ id, lobby_id: lobby.id, author_id: userId, content });
    updateLobby(world, lobby, {});
    const channel = world.channels.get(lobby.linked_channel_id ?? '');
    if (channel) createMessage(context, channel, draft, { authorId: userId });
    return reply.status(201).send(lobbyMessageShape(world, lobby, message));
  });
}

/** The user for whom a game's client asks; bots are refused. */
function playerOf({ principal }: FastifyRequest): string {
  if (principal?.kind !== 'bearer') throw refuse(20001);
  if (!principal.scopes.includes(SCOPE)) throw refuse(50026);
  return principal.userId;
}

function findBySecret({ world }: Context, secret: string): LobbyRecord | undefined {
  const newest = world.clock() - SECRET_MS;
  return [...world.lobbies.values()].find((one) => one.secret === secret && one.secret_since > newest);
}

/** Invites a member into the server of the channel that their lobby is linked with. */
function invite(context: Context, lobby: LobbyRecord, userId: string): { code: string } {
  const { world } = context;
  const channel = world.channels.get(lobby.linked_channel_id ?? '');
  if (!channel?.guild_id) throw refuse(10003);
  if (!lobby.members.some(({ id }) => id === userId)) throw refuse(10007);
  const { id: code } = createInvite(context, {
    ...INVITE,
    guild_id: channel.guild_id,
    channel_id: channel.id,
    inviter_id: world.ownApplication.application_id,
    ...{ target_type: null, target_user_id: null, target_application_id: null },
    target_users: [userId],
  });
  return { code };
}
