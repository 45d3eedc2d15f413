import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { VERSION } from '../../common/version.js';
import { addRefusals, REFUSAL_RESPONSES } from './refusals.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The parts of the API, in the order in which somebody gets to know them. */
const TAGS = [
  'events',
  'signups',
  'attendance',
  'payouts',
  'calendars',
  'organizations',
  'sign-in',
  'users',
  'discord servers',
  'discord events',
  'role mappings',
  'plans',
  'jobs',
  'bot events',
  'webhooks',
  'live',
  'health',
] as const;

/** Named schemas of an OpenAPI document. */
type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** A problem document, for the description of the API. */
const PROBLEM_SCHEMA: Schemas[string] = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string', example: 'about:blank' },
    title: { type: 'string', example: 'Unprocessable Entity' },
    status: { type: 'integer', example: 422 },
    detail: { type: 'string', example: 'The request has invalid fields.' },
    code: { type: 'string', example: 'validation_failed', description: 'Stable, for programs.' },
    errors: {
      type: 'array',
      description: 'On validation: the fields that break a rule.',
      items: {
        type: 'object',
        required: ['field', 'message'],
        properties: { field: { type: 'string', example: 'roles.0.capacity' }, message: { type: 'string' } },
      },
    },
  },
};

/** Serves the description of the REST API at /api/openapi.json, and a page to read it at /api/docs. */
export function serveOpenApi(app: INestApplication): void {
  let document: OpenAPIObject | undefined;
  SwaggerModule.setup('api/docs', app, () => (document ??= describeApi(app)), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'VerseLink API',
    swaggerOptions: { persistAuthorization: true },
  });
}

/** What the plugin of nest-cli.json read from controllers and DTOs, with what holds for all of them. */
function describeApi(app: INestApplication): OpenAPIObject {
  const base = new DocumentBuilder()
    .setTitle('VerseLink')
    .setDescription('Community events for Star Citizen organizations, mirrored to Discord servers.')
    .setVersion(VERSION)
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'access_token')
    .addCookieAuth('__Host-verselink', { type: 'apiKey' }, 'session')
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-Signature-256' }, 'webhook_signature')
    .addApiKey({ type: 'apiKey', in: 'header', name: 'webhook-signature' }, 'standard_webhooks')
    .addApiKey({ type: 'apiKey', in: 'header', name: 'Stripe-Signature' }, 'stripe_signature')
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-Signature-Ed25519' }, 'discord_signature');
  for (const tag of TAGS) base.addTag(tag);
  const document = SwaggerModule.createDocument(app, base.build());
  const schemas: Schemas = { ...document.components?.schemas, Problem: PROBLEM_SCHEMA };
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation === undefined) continue;
      addRefusals(operation, method !== 'get');
      addExample(operation.requestBody, schemas);
    }
  }
  return { ...document, components: { ...document.components, schemas, responses: REFUSAL_RESPONSES } };
}

type Body = NonNullable<OpenAPIObject['paths'][string]['post']>['requestBody'];

/** The example of a body is that of its schema, or holds the fields that have one, so that it can be sent as it stands. */
function addExample(body: Body, schemas: Schemas): void {
  for (const media of Object.values(body !== undefined && 'content' in body ? body.content : {})) {
    if (media.schema !== undefined && 'example' in media.schema) media.example ??= media.schema.example;
  }
  const media = body !== undefined && 'content' in body ? body.content['application/json'] : undefined;
  if (media?.schema === undefined || !('$ref' in media.schema)) return;
  const schema = schemas[media.schema.$ref.split('/').at(-1) ?? ''];
  if (schema === undefined || '$ref' in schema) return;
  const examples = Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    'example' in property ? [[name, property.example] as const] : [],
  );
  media.example = Object.fromEntries(examples);
}
