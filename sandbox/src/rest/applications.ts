import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.js';
import { SETTABLE_FLAGS } from '../rules/application-flags.js';
import { readApplicationChange } from '../rules/application-settings.js';
import { requireUser, userShape } from '../shapes/user.js';
import { invalid } from '../validation/issues.js';
import { Reader } from '../validation/reader.js';
import type { ApplicationRecord } from '../world/records.js';
import { checkOwn, type InApplication } from './application/own.js';

/** Where to connect, and the application itself. */
export function applicationRoutes(app: FastifyInstance, context: Context): void {
  app.get('/gateway', { config: { access: 'none' } }, (request) => ({
    url: gatewayUrl(request.headers.host),
  }));

  app.get('/gateway/bot', (request) => ({
    url: gatewayUrl(request.headers.host),
    shards: Math.max(1, Math.ceil(context.world.guilds.size / 1_000)),
    session_start_limit: context.gateway.starts.state(),
  }));

  app.get('/applications/@me', () => applicationShape(context));
  app.get('/oauth2/applications/@me', () => applicationShape(context));

  app.get<InApplication>('/applications/:application_id', (request) => {
    checkOwn(context, request);
    return applicationShape(context);
  });

  app.patch('/applications/@me', (request) => change(request.body));
  app.patch<InApplication>('/applications/:application_id', (request) => {
    checkOwn(context, request);
    return change(request.body);
  });

  async function change(given: unknown): Promise<object> {
    const body = Reader.of(given);
    const url = body.string('interactions_endpoint_url', { nullable: true });
    const flags = body.integer('flags', { min: 0 });
    const settings = readApplicationChange(body);
    body.issues.refuseIfAny();
    context.world.keepPictures(body.pictures);
    // An empty text takes it away, as in the developer portal.
    if (url !== undefined) await setEndpoint(context, url === '' ? null : url);
    if (typeof flags === 'number') setFlags(context, flags);
    const { ownApplication } = context.world;
    context.world.application.patch(ownApplication, {
      settings: { ...ownApplication.settings, ...settings },
    });
    return applicationShape(context);
  }
}

/** Of its flags an application can set those of its privileged intents, as long as it needs no review for them. */
function setFlags({ world }: Context, given: number): void {
  const flags = (world.ownApplication.flags & ~SETTABLE_FLAGS) | (given & SETTABLE_FLAGS);
  world.application.patch(world.ownApplication, { flags });
}

/** An endpoint is set only once it has shown that it answers a PING and checks signatures. */
async function setEndpoint({ world, delivery }: Context, url: string | null): Promise<void> {
  if (url !== null && !(URL.canParse(url) && (await delivery.endpoint.isVerified(url)))) {
    throw invalid(
      ['interactions_endpoint_url'],
      'APPLICATION_INTERACTIONS_ENDPOINT_URL_INVALID',
      'The specified interactions endpoint URL could not be verified.',
    );
  }
  world.application.patch(world.ownApplication, { interactions_endpoint_url: url });
}

/** The gateway listens where the REST API does; the caller's own name for this host is the one that works for it. */
function gatewayUrl(host: string | undefined): string {
  return `ws://${host ?? 'localhost'}`;
}

/** The application as its owner sees it. */
export function applicationShape({ world }: Context): object {
  const app = world.ownApplication;
  const owner = world.users.get(OWNER_ID) ?? requireUser(world, app.application_id);
  return {
    id: app.application_id,
    name: app.name,
    icon: null,
    description: '',
    type: null,
    bot: userShape(requireUser(world, app.application_id)),
    summary: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: app.public_key,
    flags: app.flags,
    flags_new: String(app.flags),
    redirect_uris: app.redirect_uris,
    interactions_endpoint_url: app.interactions_endpoint_url,
    role_connections_verification_url: null,
    owner: userShape(owner),
    approximate_guild_count: world.guilds.size,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    event_webhooks_url: null,
    event_webhooks_status: 1,
    event_webhooks_types: [],
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: ['applications.commands', 'bot', 'email', 'guilds', 'identify'],
    integration_types_config: { '0': {} },
    ...setOf(app),
  };
}

/** What was set, but for what was taken away again: most of that is simply not there. */
function setOf({ settings = {} }: ApplicationRecord): object {
  const shown = ['icon', 'role_connections_verification_url', 'max_participants'];
  return Object.fromEntries(
    Object.entries(settings).filter(([name, value]) => value !== null || shown.includes(name)),
  );
}

/** The person who registered the application. */
export const OWNER_ID = '1160000000000000000';
