import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../../context.js';
import { refuse } from '../../errors.js';
import { Reader } from '../../validation/reader.js';
import type { EntitlementRecord } from '../../world/application-records.js';
import { compareSnowflakes } from '../../world/snowflake.js';
import { actorOf, noContent, queryFlag, queryInteger } from '../request.js';
import { checkOwn } from './own.js';

interface InApplication {
  Params: { application_id: string };
  Querystring: Partial<Record<string, string>>;
}
interface OfEntitlement {
  Params: { application_id: string; entitlement_id: string };
}
interface OfSku {
  Params: { sku_id: string; subscription_id: string };
  Querystring: { user_id?: string };
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
    const limit = queryInteger(query['limit'], 'limit', { min: 1, max: 100, default: 100 });
    return [...world.entitlements.values()]
      .filter((one) => isWanted(context, one, query))
      .sort((a, b) => compareSnowflakes(a.id, b.id))
      .slice(0, limit)
      .map((one) => entitlementShape(context, one));
  });

  app.get<OfEntitlement>(`${ENTITLEMENTS}/:entitlement_id`, (request) =>
    entitlementShape(context, find(context, request)),
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
    bus.dispatch('ENTITLEMENT_CREATE', entitlementShape(context, made) as never, { guild_id: null });
    return entitlementShape(context, made);
  });

  app.post<OfEntitlement>(`${ENTITLEMENTS}/:entitlement_id/consume`, (request, reply) => {
    const found = find(context, request);
    if (world.skus.get(found.sku_id)?.type !== CONSUMABLE) throw refuse(40018);
    const changed = world.entitlements.patch(found, { consumed: true });
    bus.dispatch('ENTITLEMENT_UPDATE', entitlementShape(context, changed) as never, { guild_id: null });
    return noContent(reply);
  });

  app.delete<OfEntitlement>(`${ENTITLEMENTS}/:entitlement_id`, (request, reply) => {
    const found = find(context, request);
    if (found.starts_at !== null) throw refuse(40019);
    world.entitlements.delete(found.id);
    const gone = entitlementShape(context, { ...found, deleted: true });
    bus.dispatch('ENTITLEMENT_DELETE', gone as never, { guild_id: null });
    return noContent(reply);
  });

  app.get<InApplication>(
    '/users/@me/applications/:application_id/entitlements',
    { config: { access: 'bearer' } },
    (request) => {
      if (request.principal?.kind !== 'bearer') throw refuse(20001);
      checkOwn(context, request);
      return [...world.entitlements.values()]
        .filter((one) => one.user_id === actorOf(request) && one.guild_id === null)
        .map((one) => entitlementShape(context, one));
    },
  );

  /** Nothing is paid for here: there are entitlements, but no running payments. */
  app.get<OfSku>('/skus/:sku_id/subscriptions', ({ params }) => {
    if (!world.skus.has(params.sku_id)) throw refuse(10027);
    return [];
  });

  app.get<OfSku>('/skus/:sku_id/subscriptions/:subscription_id', () => {
    throw refuse(10027);
  });
}

function find(context: Context, request: FastifyRequest<OfEntitlement>): EntitlementRecord {
  checkOwn(context, request);
  const found = context.world.entitlements.get(request.params.entitlement_id);
  if (!found) throw refuse(10029);
  return found;
}

function isWanted({ world }: Context, one: EntitlementRecord, query: InApplication['Querystring']): boolean {
  const { user_id: user, guild_id: guild, sku_ids: skus, before, after } = query;
  const ended = one.ends_at !== null && Date.parse(one.ends_at) <= world.clock();
  return (
    (user === undefined || one.user_id === user) &&
    (guild === undefined || one.guild_id === guild) &&
    (skus === undefined || skus.split(',').includes(one.sku_id)) &&
    (before === undefined || compareSnowflakes(one.id, before) < 0) &&
    (after === undefined || compareSnowflakes(one.id, after) > 0) &&
    !(ended && queryFlag(query['exclude_ended']))
  );
}

function entitlementShape({ world }: Context, one: EntitlementRecord): object {
  return { ...one, application_id: world.ownApplication.application_id };
}
