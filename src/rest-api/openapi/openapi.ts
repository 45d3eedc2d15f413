import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { VERSION } from '../../common/version.js';
import { describeClasses } from './describe-classes.js';
import { PROBLEM_SCHEMA } from './problem-schema.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Serves the description of the REST API at /api/openapi.json, and a page to read it at /api/docs. */
export function serveOpenApi(app: INestApplication): void {
  let document: OpenAPIObject | undefined;
  SwaggerModule.setup('api/docs', app, () => (document ??= describeApi(app)), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'VerseLink API',
  });
}

function describeApi(app: INestApplication): OpenAPIObject {
  const schemas = describeClasses();
  const base = new DocumentBuilder()
    .setTitle('VerseLink')
    .setDescription('Community events for Star Citizen organizations, mirrored to Discord servers.')
    .setVersion(VERSION)
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'access_token')
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-Signature-256' }, 'webhook_signature')
    .addApiKey({ type: 'apiKey', in: 'header', name: 'webhook-signature' }, 'standard_webhooks')
    .addApiKey({ type: 'apiKey', in: 'header', name: 'Stripe-Signature' }, 'stripe_signature')
    .build();
  const document = SwaggerModule.createDocument(app, base);
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...schemas, Problem: PROBLEM_SCHEMA },
  };
  addProblems(document);
  return document;
}

/** Every operation can answer with a problem document: said once, here. */
function addProblems(document: OpenAPIObject): void {
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation === undefined) continue;
      operation.responses['default'] = {
        description: 'A problem document (RFC 9457).',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      };
    }
  }
}
