import { COMMUNITY_SCHEMAS, communityOperations } from './community.js';
import { doingOperations, SCHEMAS } from './doings.js';
import { FIXTURE_SCHEMAS, fixtureOperations } from './fixtures.js';
import { serverOperations } from './servers.js';
import { threadOperations } from './threads.js';
import { id, text, type Operation, type Operations, type Schema } from './schemas.js';

/** All control calls, by method and path below `/sandbox`. */
export const OPERATIONS: Operations = {
  ...serverOperations,
  ...doingOperations,
  ...threadOperations,
  ...communityOperations,
  ...fixtureOperations,
};

/** Objects of Discord's, by the names of discord-api-types. */
const DISCORD_OBJECTS = [
  'APIGuildMember',
  'APIGuildScheduledEvent',
  'APIMessage',
  'APIRole',
  'APIUser',
  'APISubscription',
  'APIVoiceState',
  'APIWebhook',
];

/** The control API as an OpenAPI document. */
export function controlDocument(version: string): object {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, operation] of Object.entries(OPERATIONS)) {
    const [method = '', path = ''] = name.split(' ');
    (paths[path] ??= {})[method.toLowerCase()] = describe(path, operation);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Control of the Discord sandbox',
      version,
      description: 'What people do in the sandbox, trouble on demand, and what bots have asked.',
    },
    servers: [{ url: '/sandbox' }],
    paths,
    components: { schemas: { ...SCHEMAS, ...COMMUNITY_SCHEMAS, ...FIXTURE_SCHEMAS, ...discordSchemas() } },
  };
}

function describe(path: string, operation: Operation): object {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: name.endsWith('_id') ? id('An id.') : text('A name.'),
  }));
  const inQuery = Object.entries(operation.query ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: name === 'user_id',
    schema,
  }));
  const parameters = [...inPath, ...inQuery];
  return {
    operationId: operation.id,
    summary: operation.summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(operation.body ? { requestBody: { required: true, content: json(operation.body) } } : {}),
    responses: {
      [operation.status ?? 200]: {
        description: 'Done; every connected bot has been told.',
        content: json(operation.answer ?? { type: 'object' }),
      },
      '4XX': {
        description: 'Refused, in the form of Discord’s errors.',
        content: json({ $ref: '#/components/schemas/Refusal' }),
      },
    },
  };
}

function json(schema: Schema): object {
  return { 'application/json': { schema } };
}

function discordSchemas(): Record<string, Schema> {
  return Object.fromEntries(
    DISCORD_OBJECTS.map((name) => [
      name,
      {
        type: 'object',
        description: `As Discord documents it; ${name} of discord-api-types.`,
        'x-discord-type': name,
      },
    ]),
  );
}
