import type { FastifyInstance, FastifyRequest } from 'fastify';
import { findActivity } from '../../actions/activities.js';
import type { Context } from '../../context.js';
import { refuse } from '../../errors.js';
import { publicKeyOf } from '../../oauth2/id-tokens.js';
import { activityShape } from '../../shapes/activity.js';
import { requireUser } from '../../shapes/user.js';
import { Reader } from '../../validation/reader.js';
import type { ConnectionField } from '../../world/application-records.js';
import { actorOf, noContent } from '../request.js';
import { checkOwn, type InApplication } from './own.js';

interface OfActivity {
  Params: { application_id: string; instance_id: string };
}

const FIELDS = '/applications/:application_id/role-connections/metadata';
const CONNECTION = '/users/@me/applications/:application_id/role-connection';
const bearer = { access: 'bearer' } as const;

/** Who people are elsewhere: connections by which roles can be had, and OpenID. */
export function identityRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.get<InApplication>(FIELDS, (request) => {
    checkOwn(context, request);
    return world.ownApplication.connection_fields ?? [];
  });

  app.put<InApplication>(FIELDS, (request) => {
    checkOwn(context, request);
    const body = Reader.of({ fields: request.body });
    const fields = (body.objects('fields', { max: 5 }) ?? []).map(readField);
    body.issues.refuseIfAny();
    world.application.patch(world.ownApplication, { connection_fields: fields });
    return fields;
  });

  app.get<InApplication>(CONNECTION, { config: bearer }, (request) => {
    const userId = userOf(context, request);
    return connectionOf(context, userId);
  });

  app.put<InApplication>(CONNECTION, { config: bearer }, (request) => {
    const userId = userOf(context, request);
    const body = Reader.of(request.body);
    const name = body.string('platform_name', { nullable: true, max: 50 }) ?? null;
    const username = body.string('platform_username', { nullable: true, max: 100 }) ?? null;
    const given = body.object('metadata');
    const keys = given ? Object.keys(body.raw('metadata') as object) : [];
    const metadata = keys.map(
      (key) => [key, given?.string(key, { required: true, min: 1, max: 100 }) ?? ''] as const,
    );
    const known = (world.ownApplication.connection_fields ?? []).map((field) => field.key);
    if (keys.some((key) => !known.includes(key)))
      body.fault('metadata', 'APPLICATION_ROLE_CONNECTION_INVALID_METADATA', 'Unknown metadata key');
    body.issues.refuseIfAny();
    world.roleConnections.put({
      id: userId,
      platform_name: name,
      platform_username: username,
      metadata: Object.fromEntries(metadata),
    });
    return connectionOf(context, userId);
  });

  app.delete<InApplication>(CONNECTION, { config: bearer }, (request, reply) => {
    world.roleConnections.delete(userOf(context, request));
    return noContent(reply);
  });

  /** No account of elsewhere can be connected here. */
  app.get('/users/@me/connections', { config: bearer }, (request) => {
    demandScope(request, 'connections');
    return [];
  });

  app.get('/oauth2/keys', { config: { access: 'none' } }, () => ({ keys: [publicKeyOf(world)] }));

  app.get('/oauth2/userinfo', { config: bearer }, (request) => {
    if (request.principal?.kind !== 'bearer') throw refuse(0);
    demandScope(request, 'openid');
    const user = requireUser(world, actorOf(request));
    const mail = request.principal.scopes.includes('email');
    return {
      sub: user.id,
      preferred_username: user.username,
      nickname: user.global_name,
      locale: user.locale,
      ...(mail ? { email: user.email, email_verified: true } : {}),
    };
  });

  /** A running activity, by which the application makes sure that its user came by Discord. */
  app.get<OfActivity>('/applications/:application_id/activity-instances/:instance_id', (request) => {
    checkOwn(context, request);
    return activityShape(world, findActivity(world, request.params.instance_id));
  });
}

function readField(field: Reader): ConnectionField {
  return {
    type: field.integer('type', { required: true, choices: [1, 2, 3, 4, 5, 6, 7, 8] }) ?? 1,
    key: field.string('key', { required: true, min: 1, max: 50 }) ?? '',
    name: field.string('name', { required: true, min: 1, max: 100 }) ?? '',
    description: field.string('description', { required: true, min: 1, max: 200 }) ?? '',
  };
}

function demandScope({ principal }: FastifyRequest, scope: string): void {
  if (principal?.kind === 'bearer' && !principal.scopes.includes(scope)) throw refuse(50026);
}

/** The user who lets the application tell Discord of them; a bot cannot do that for anybody. */
function userOf(context: Context, request: FastifyRequest<InApplication>): string {
  if (request.principal?.kind !== 'bearer') throw refuse(20001);
  checkOwn(context, request);
  demandScope(request, 'role_connections.write');
  return request.principal.userId;
}

function connectionOf({ world }: Context, userId: string): object {
  const { platform_name, platform_username, metadata } = world.roleConnections.get(userId) ?? {
    platform_name: null,
    platform_username: null,
    metadata: {},
  };
  return { ...(platform_name === null ? {} : { platform_name }), platform_username, metadata };
}
