import type { OpenAPIObject } from '@nestjs/swagger';

/** Named schemas of an OpenAPI document. */
export type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** A problem document, for the description of the API. */
export const PROBLEM_SCHEMA: Schemas[string] = {
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
