import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../../context.js';
import { refuse } from '../../errors.js';
import { isEnded } from '../../rules/entitlements.js';
import { entitlementShape, subscriptionShape } from '../../shapes/entitlement.js';
import { invalid } from '../../validation/issues.js';
import { Reader } from '../../validation/reader.js';
import type { EntitlementRecord } from '../../world/application-records.js';
import { compareSnowflakes } from '../../world/snowflake.js';
import type { World } from '../../world/world.js';
import { actorOf, noContent, queryFlag, queryInteger } from '../request.js';
import { checkOwn } from './own.js';

type Query = Partial<Record<string, string | string[]>>;

interface InApplication {
  Params: { application_id: string };
  Querystring: Query;
}
interface OfEntitlement {
  Params: { application_id: string; entitlement_id: string };
}
interface OfSku {
  Params: { sku_id: string; subscription_id: string };
  Querystring: { user_id?: string; before?: string; after?: string; limit?: string };
}

const ENTITLEMENTS = '/applications/:application_id/entitlements';
const CONSUMABLE = 3;
const GUILD = 1;
const PURCHASE = 8;

/** What the application sells, and what people have of it. */
export function entitlementRoutes(app: FastifyInstance, context: Context): void {
  const { world, bus } = context;

  app.get<InApplication>('/applications/:application_id/skus', (request) => {
    checkOwn(context, request);
    return [...world.skus.values()].map((sku) => ({ ...sku, application_id: request.params.application_id }));
  });

  app.get<InApplication>(ENTITLEMENTS, (request) => {
    checkOwn(context, request);
    const { query } = request;
    const limit = queryInteger(first(query['limit']), 'limit', { min: 1, max: 100, default: 100 });
    return [...world.entitlements.values()]
      .filter((one) => isWanted(world, one, query))
      .sort((a, b) => compareSnowflakes(a.id, b.id))
      .slice(0, limit)
      .map((one) => entitlementShape(world, one));
  });

  app.get<OfEntitlement>(`${ENTITLEMENTS}/:entitlement_id`, (request) =>
    entitlementShape(world, find(context, request)),
  );

  /** A test entitlement: as good as one that was bought, for ever. */
  app.post<InApplication>(ENTITLEMENTS, (request) => {
    checkOwn(context, request);
    const body = Reader.of(request.body);
    const skuId = body.snowflake('sku_id', { required: true }) ?? '';
    const ownerId = body.snowflake('owner_id', { required: true }) ?? '';
    const ownerType = body.integer('owner_type', { required: true, choices: [1, 2] });
    body.issues.refuseIfAny();
    if (!world.skus.has(skuId)) throw refuse(10027);
    const ofGuild = ownerType === GUILD;
    if (ofGuild && !world.guilds.has(ownerId)) throw refuse(10004);
    if (!ofGuild && !world.users.has(ownerId)) throw refuse(10013);
    const made = world.entitlements.put({
      id: world.snowflakes.next(),
      sku_id: skuId,
      user_id: ofGuild ? actorOf(request) : ownerId,
      guild_id: ofGuild ? ownerId : null,
      type: PURCHASE,
      starts_at: null,
      ends_at: null,
      deleted: false,
      consumed: false,
    });
    bus.dispatch('ENTITLEMENT_CREATE', entitlementShape(world, made), { guild_id: null });
    return entitlementShape(world, made);
  });

  app.post<OfEntitlement>(`${ENTITLEMENTS}/:entitlement_id/consume`, (request, reply) => {
    const found = find(context, request);
    if (world.skus.get(found.sku_id)?.type !== CONSUMABLE) throw refuse(40018);
    const changed = world.entitlements.patch(found, { consumed: true });
    bus.dispatch('ENTITLEMENT_UPDATE', entitlementShape(world, changed), { guild_id: null });
    return noContent(reply);
  });

  app.delete<OfEntitlement>(`${ENTITLEMENTS}/:entitlement_id`, (request, reply) => {
    const found = find(context, request);
    if (found.starts_at !== null) throw refuse(40019);
    const gone = world.entitlements.patch(found, { deleted: true });
    bus.dispatch('ENTITLEMENT_DELETE', entitlementShape(world, gone), { guild_id: null });
    return noContent(reply);
  });

  app.get<InApplication>(
    '/users/@me/applications/:application_id/entitlements',
    { config: { access: 'bearer' } },
    (request) => {
      if (request.principal?.kind !== 'bearer') throw refuse(20001);
      checkOwn(context, request);
      const { sku_ids: skus, exclude_consumed: unconsumed } = request.query;
      return [...world.entitlements.values()]
        .filter((one) => one.user_id === actorOf(request) && one.guild_id === null && !one.deleted)
        .filter((one) => isOneOf(one.sku_id, skus) && !(one.consumed && queryFlag(first(unconsumed))))
        .map((one) => entitlementShape(world, one));
    },
  );

  app.get<OfSku>('/skus/:sku_id/subscriptions', ({ params, query }) => {
    if (!world.skus.has(params.sku_id)) throw refuse(10027);
    const limit = queryInteger(query.limit, 'limit', { min: 1, max: 100, default: 50 });
    if (query.user_id === undefined)
      throw invalid(['user_id'], 'BASE_TYPE_REQUIRED', 'This field is required');
    const { before, after } = query;
    return [...world.skuSubscriptions.values()]
      .filter((one) => one.sku_id === params.sku_id && one.user_id === query.user_id)
      .filter(({ id }) => before === undefined || compareSnowflakes(id, before) < 0)
      .filter(({ id }) => after === undefined || compareSnowflakes(id, after) > 0)
      .sort((a, b) => compareSnowflakes(a.id, b.id))
      .slice(0, limit)
      .map(subscriptionShape);
  });

  app.get<OfSku>('/skus/:sku_id/subscriptions/:subscription_id', ({ params, query }) => {
    const found = world.skuSubscriptions.get(params.subscription_id);
    const isMeant = query.user_id === undefined || found?.user_id === query.user_id;
    if (found?.sku_id !== params.sku_id || !isMeant) throw refuse(10027);
    return subscriptionShape(found);
  });
}

function find(context: Context, request: FastifyRequest<OfEntitlement>): EntitlementRecord {
  checkOwn(context, request);
  const found = context.world.entitlements.get(request.params.entitlement_id);
  if (!found || found.deleted) throw refuse(10029);
  return found;
}

function isWanted(world: World, one: EntitlementRecord, query: Query): boolean {
  const { sku_ids: skus, exclude_ended, exclude_deleted, only_active } = query;
  const [user, guild, before, after] = ['user_id', 'guild_id', 'before', 'after'].map((name) =>
    first(query[name]),
  );
  const active = queryFlag(first(only_active));
  const withoutEnded = active || queryFlag(first(exclude_ended));
  // Unlike the other two it is on unless told otherwise.
  const withoutDeleted = active || exclude_deleted === undefined || queryFlag(first(exclude_deleted));
  return (
    (user === undefined || one.user_id === user) &&
    (guild === undefined || one.guild_id === guild) &&
    isOneOf(one.sku_id, skus) &&
    (before === undefined || compareSnowflakes(one.id, before) < 0) &&
    (after === undefined || compareSnowflakes(one.id, after) > 0) &&
    !(withoutEnded && isEnded(world, one)) &&
    !(one.deleted && withoutDeleted)
  );
}

/** Whether an id is in a list, which comes with commas or repeated; without one any will do. */
function isOneOf(id: string, list: string | string[] | undefined): boolean {
  return list === undefined || [list].flat().some((part) => part.split(',').includes(id));
}

function first(value: string | string[] | undefined): string | undefined {
  return [value].flat()[0];
}
