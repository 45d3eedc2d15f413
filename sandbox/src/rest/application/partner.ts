import { randomInt } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { putUser } from '../../actions/guilds.js';
import { provisionalByToken, unmergeAccount } from '../../actions/provisional.js';
import type { Context } from '../../context.js';
import { refuse } from '../../errors.js';
import { issueGrant, tokenAnswer } from '../../oauth2/grants.js';
import { readModeration } from '../../rules/lobbies.js';
import { Reader } from '../../validation/reader.js';
import { sameText } from '../../validation/same-text.js';
import type { UserRecord } from '../../world/records.js';
import { noContent } from '../request.js';

interface OfDm {
  Params: { user_id_1: string; user_id_2: string; message_id: string };
}

const open = { access: 'none' } as const;
const PROVIDERS = [
  'OIDC',
  'EPIC_ONLINE_SERVICES_ACCESS_TOKEN',
  'EPIC_ONLINE_SERVICES_ID_TOKEN',
  'STEAM_SESSION_TICKET',
  'UNITY_SERVICES_ID_TOKEN',
  'DISCORD_BOT_ISSUED_ACCESS_TOKEN',
  'APPLE_ID_TOKEN',
  'PLAYSTATION_NETWORK_ID_TOKEN',
];

/** Accounts of a game's players who have none at Discord. */
export function partnerRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  /** The player whom the application calls so, made at the first time. */
  app.post('/partner-sdk/token/bot', (request) => {
    const body = Reader.of(request.body);
    const externalId = body.string('external_user_id', { required: true, min: 1, max: 1_024 }) ?? '';
    const name = body.string('preferred_global_name', { nullable: true, min: 1, max: 32 });
    const wanted = body.snowflake('provisional_user_id', { nullable: true });
    body.issues.refuseIfAny();
    const [known] = world.usersByExternalId.of(externalId);
    if (wanted && wanted !== known?.id) throw refuse(10013);
    if (known?.merged_into) throw refuse(530010);
    const user = known ?? makeProvisional(context, externalId);
    if (name) world.users.patch(user, { global_name: name });
    return tokenAnswer(world, issueGrant(world, user.id, ['sdk.social_layer']));
  });

  app.post('/partner-sdk/provisional-accounts/unmerge/bot', (request, reply) => {
    const body = Reader.of(request.body);
    const externalId = body.string('external_user_id', { required: true, min: 1, max: 1_024 }) ?? '';
    body.issues.refuseIfAny();
    const [known] = world.usersByExternalId.of(externalId);
    if (!known) throw refuse(10013);
    unmergeAccount(world, known);
    return noContent(reply);
  });

  app.post('/partner-sdk/token', { config: open }, (request) => {
    const user = readPlayer(context, Reader.of(request.body));
    if (user.merged_into) throw refuse(530010);
    return tokenAnswer(world, issueGrant(world, user.id, ['sdk.social_layer']));
  });

  app.post('/partner-sdk/provisional-accounts/unmerge', { config: open }, (request, reply) => {
    unmergeAccount(world, readPlayer(context, Reader.of(request.body)));
    return noContent(reply);
  });

  /** Users write to one another in the game's own clients only: here there are no such messages. */
  app.put<OfDm>(
    '/partner-sdk/dms/:user_id_1/:user_id_2/messages/:message_id/moderation-metadata',
    ({ params, body }) => {
      readModeration(body);
      throw refuse(world.users.has(params.user_id_1) && world.users.has(params.user_id_2) ? 10008 : 10013);
    },
  );
}

function makeProvisional({ world }: Context, externalId: string): UserRecord {
  const username = `provisional_${randomInt(1e9)}`;
  return putUser(world, { username, email: null, dms_open: false, external_user_id: externalId });
}

/** The player whom a token names, asked for by the application itself. */
function readPlayer({ world }: Context, body: Reader): UserRecord {
  const clientId = body.snowflake('client_id', { required: true });
  const secret = body.string('client_secret', { nullable: true, max: 1_024 }) ?? '';
  const type = body.string('external_auth_type', { required: true });
  const token = body.string('external_auth_token', { required: true, min: 1, max: 10_240 });
  if (typeof type === 'string' && !PROVIDERS.includes(type))
    body.fault('external_auth_type', 'BASE_TYPE_CHOICES', `Value must be one of {${PROVIDERS.join(', ')}}.`);
  body.issues.refuseIfAny();
  const { application_id, client_secret } = world.ownApplication;
  if (clientId !== application_id) throw refuse(10002);
  if (!sameText(client_secret, secret)) throw refuse(530007);
  return provisionalByToken(world, type ?? '', token ?? '');
}
