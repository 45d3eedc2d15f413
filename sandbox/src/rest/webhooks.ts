import { ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { followChannel } from '../actions/crossposts.js';
import { createWebhook, tellOfWebhook } from '../actions/webhooks.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { reachChannel, reachChannelWith, reachGuildWith } from '../rules/access.js';
import { checkWebhookCount, reachWebhookPlace, readWebhookName, webhookByToken } from '../rules/webhooks.js';
import { publicWebhookShape, webhookShape } from '../shapes/webhook.js';
import { readImage } from '../validation/image.js';
import { Reader } from '../validation/reader.js';
import type { WebhookRecord } from '../world/records.js';
import { reasonOf } from './audit.js';
import { actorOf, noContent } from './request.js';

interface InChannel {
  Params: { channel_id: string };
}
interface OfHook {
  Params: { webhook_id: string };
}
interface ByToken {
  Params: { webhook_id: string; webhook_token: string };
}

const BY_TOKEN = '/webhooks/:webhook_id/:webhook_token';
const config = { access: 'none' } as const;

/** Webhooks: made, listed, changed and deleted by those who may manage them, or by their token. */
export function webhookRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.post<InChannel>('/channels/:channel_id/webhooks', (request) => {
    const userId = actorOf(request);
    const channel = reachWebhookPlace(world, request.params.channel_id, userId);
    const body = Reader.of(request.body);
    const name = readWebhookName(body, true) ?? '';
    const avatar = readImage(body, 'avatar') ?? null;
    body.issues.refuseIfAny();
    checkWebhookCount(world, channel);
    world.keepPictures(body.pictures);
    const { application_id } = world.ownApplication;
    const fields = { application_id, user_id: userId, name, avatar };
    const hook = createWebhook(context, channel, fields, reasonOf(request));
    return webhookShape(world, hook, baseOf(request));
  });

  /** What is published in an announcement channel comes from now on to another one, too. */
  app.post<InChannel>('/channels/:channel_id/followers', (request) => {
    const userId = actorOf(request);
    const source = reachChannel(world, request.params.channel_id, userId);
    if (source.type !== ChannelType.GuildAnnouncement) throw refuse(50024);
    const body = Reader.of(request.body);
    const targetId = body.snowflake('webhook_channel_id', { required: true }) ?? '';
    body.issues.refuseIfAny();
    const target = reachWebhookPlace(world, targetId, userId);
    checkWebhookCount(world, target);
    const hook = followChannel(context, source, target, userId);
    tell(context, request, null, hook);
    return { channel_id: source.id, webhook_id: hook.id };
  });

  app.get<InChannel>('/channels/:channel_id/webhooks', (request) => {
    const channel = reachChannelWith(world, request.params.channel_id, actorOf(request), P.ManageWebhooks);
    return world.webhooksByChannel.of(channel.id).map((hook) => webhookShape(world, hook, baseOf(request)));
  });

  app.get<{ Params: { guild_id: string } }>('/guilds/:guild_id/webhooks', (request) => {
    const guild = reachGuildWith(world, request.params.guild_id, actorOf(request), P.ManageWebhooks);
    return world.webhooksByGuild.of(guild.id).map((hook) => webhookShape(world, hook, baseOf(request)));
  });

  app.get<OfHook>('/webhooks/:webhook_id', (request) =>
    webhookShape(world, reach(context, request), baseOf(request)),
  );

  app.patch<OfHook>('/webhooks/:webhook_id', (request) => {
    const hook = reach(context, request);
    const body = Reader.of(request.body);
    const place = body.snowflake('channel_id', { nullable: true });
    const fields = readChange(context, body);
    const moved = place && place !== hook.channel_id ? { channel_id: place } : {};
    if (moved.channel_id !== undefined) {
      const channel = reachWebhookPlace(world, moved.channel_id, actorOf(request));
      if (channel.guild_id !== hook.guild_id) throw refuse(10003);
      checkWebhookCount(world, channel);
    }
    const changed = world.webhooks.patch(hook, { ...fields, ...moved });
    tell(context, request, hook, changed);
    return webhookShape(world, changed, baseOf(request));
  });

  app.delete<OfHook>('/webhooks/:webhook_id', (request, reply) => {
    const hook = reach(context, request);
    world.webhooks.delete(hook.id);
    tell(context, request, hook, null);
    return noContent(reply);
  });

  app.get<ByToken>(BY_TOKEN, { config }, (request) => {
    const hook = ofToken(context, request);
    return { ...publicWebhookShape(hook), token: hook.token, url: addressOf(request, hook) };
  });

  app.patch<ByToken>(BY_TOKEN, { config }, (request) => {
    const hook = ofToken(context, request);
    const changed = world.webhooks.patch(hook, readChange(context, Reader.of(request.body)));
    tell(context, request, hook, changed);
    return { ...publicWebhookShape(changed), token: changed.token, url: addressOf(request, changed) };
  });

  app.delete<ByToken>(BY_TOKEN, { config }, (request, reply) => {
    const hook = ofToken(context, request);
    world.webhooks.delete(hook.id);
    tell(context, request, hook, null);
    return noContent(reply);
  });
}

function readChange({ world }: Context, body: Reader): Partial<WebhookRecord> {
  const name = readWebhookName(body, false);
  const avatar = readImage(body, 'avatar');
  body.issues.refuseIfAny();
  world.keepPictures(body.pictures);
  return { ...(name === undefined ? {} : { name }), ...(avatar === undefined ? {} : { avatar }) };
}

/** The webhook, for those who may manage webhooks in its channel. */
function reach({ world }: Context, request: FastifyRequest<OfHook>): WebhookRecord {
  const hook = world.webhooks.get(request.params.webhook_id);
  if (!hook) throw refuse(10015);
  reachChannelWith(world, hook.channel_id, actorOf(request), P.ManageWebhooks);
  return hook;
}

function ofToken({ world }: Context, request: FastifyRequest<ByToken>): WebhookRecord {
  return webhookByToken(world, request.params.webhook_id, request.params.webhook_token);
}

/** Announces a change of a channel's webhooks and writes it down. Who came by a token acts as the webhook's maker. */
function tell(
  context: Context,
  request: FastifyRequest,
  before: WebhookRecord | null,
  after: WebhookRecord | null,
): void {
  const userId = request.principal?.userId ?? (after ?? before)?.user_id ?? '';
  tellOfWebhook(context, before, after, { userId, reason: reasonOf(request) });
}

/** Webhooks are addressed by the name under which the caller knows this host. */
export function baseOf(request: FastifyRequest): string {
  return `http://${request.headers.host ?? 'localhost'}/api`;
}

function addressOf(request: FastifyRequest, hook: WebhookRecord): string {
  return `${baseOf(request)}/webhooks/${hook.id}/${hook.token}`;
}
