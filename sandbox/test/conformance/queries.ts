import { fastify, type FastifyInstance } from 'fastify';
import type { Sandbox } from '../../src/index.js';
import type { OpenApiChecker } from '../../src/openapi/checker.js';
import { restApi } from '../../src/rest/api.js';
import { addBodyParsers } from '../../src/rest/body-parsers.js';
import { restRoutes } from '../../src/rest/routes.js';
import type { Step } from './drive.js';

const API = '/api/v10';

/** Another door to a sandbox's REST API, which notes what each operation reads of the queries. */
export class WatchedDoor {
  /** Operation and parameter, as `GET /guilds/{guild_id}?with_counts`. */
  readonly read = new Set<string>();
  private readonly app: FastifyInstance = fastify({ routerOptions: { maxParamLength: 500 } });
  url = '';

  async open({ context }: Sandbox): Promise<void> {
    addBodyParsers(this.app);
    const known = [...context.rest.operations];
    const addRoutes = (api: FastifyInstance): void => {
      // After the API's own hook, which reads all that there is.
      api.addHook('preHandler', (request, _reply, done) => {
        const operation = `${request.method} ${documented(request.routeOptions.url)}`;
        request.query = this.watched(operation, request.query as Record<string, unknown>);
        done();
      });
      restRoutes(api, context);
    };
    await this.app.register((scope) => restApi(scope, context, addRoutes), { prefix: API });
    this.url = await this.app.listen({ host: '127.0.0.1', port: 0 });
    context.rest.operations.splice(0, Infinity, ...known);
  }

  async close(): Promise<void> {
    await this.app.close();
  }

  private watched(operation: string, query: Record<string, unknown>): unknown {
    return new Proxy(query, {
      get: (target, name) => {
        this.read.add(`${operation}?${String(name)}`);
        return target[name as string];
      },
    });
  }
}

function documented(url = ''): string {
  return url.slice(API.length).replace(/:(\w+)/g, '{$1}');
}

/** A step's call again, with all query parameters that its operation has; null where a second call would be another one. */
export function withWholeQuery(step: Step, openapi: OpenApiChecker): Step | null {
  const names = openapi.queryNames(step.op);
  if (!step.op.startsWith('GET ') || (step.status ?? 200) >= 400 || names.length === 0) return null;
  const { before: _before, after: _after, keep: _keep, ...rest } = step;
  return {
    ...rest,
    query: names.map((name) => `${name}=${VALUES[`${step.op}?${name}`] ?? VALUES[name] ?? '1'}`).join('&'),
  };
}

/** What the sandbox does not read, and why. */
export const UNREAD: Record<string, string> = {
  'POST /channels/{channel_id}/threads?use_nested_fields': 'the first message is nested anyway',
  'GET /invites/{code}?target_channel_id': 'Discord does not tell what for',
  'GET /invites/{code}?target_message_id': 'Discord does not tell what for',
  'POST /webhooks/{webhook_id}/{webhook_token}/slack?wait': 'the message is written before the answer',
  'POST /webhooks/{webhook_id}/{webhook_token}/github?wait': 'the message is written before the answer',
};

/** Values of parameters that are neither numbers nor ids, by their name or by their operation and name. */
const VALUES: Record<string, string> = {
  style: 'shield',
  status: 'SUBMITTED',
  author_type: 'user',
  has: 'link',
  embed_type: 'image',
  sort_order: 'asc',
  tag_setting: 'match_all',
  // A single one would be two things to the description, a list and a text.
  tag: '1&tag=2',
  sku_ids: '1&sku_ids=2',
  include_roles: '1&include_roles=2',
  'GET /guilds/{guild_id}/messages/search?sort_by': 'timestamp',
  'GET /channels/{channel_id}/threads/search?sort_by': 'creation_time',
  'GET /channels/{channel_id}/messages/pins?before': '2026-01-01T00:00:00Z',
  'GET /channels/{channel_id}/threads/archived/public?before': '2026-01-01T00:00:00Z',
  'GET /channels/{channel_id}/threads/archived/private?before': '2026-01-01T00:00:00Z',
  'GET /channels/{channel_id}/threads/archived/public?limit': '2',
  'GET /channels/{channel_id}/threads/archived/private?limit': '2',
  'GET /channels/{channel_id}/users/@me/threads/archived/private?limit': '2',
};
