import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['post']>;
type Components = NonNullable<OpenAPIObject['components']>;

/** Every way in which an operation may be refused, by status: what it is called in the description, and when it happens. */
const REFUSALS = {
  400: ['Malformed', 'The body is not valid JSON, or the address is broken.'],
  401: ['Unauthenticated', 'No token, session or signature, or one that is not good.'],
  403: ['Forbidden', 'You may not do this; `code` says what is missing.'],
  404: ['NotFound', 'What the address or the body names is not there, or not visible to you.'],
  409: ['Conflict', 'The state of things does not allow it, or a limit is reached; `code` says which.'],
  412: ['Outdated', '`If-Match` names another revision than the present one.'],
  413: ['TooLarge', 'The body is larger than 1 MiB.'],
  414: ['AddressTooLong', 'A part of the address is longer than any that there is.'],
  415: ['UnsupportedMediaType', 'The body is of a type or an encoding that is not taken here.'],
  422: ['Invalid', 'Fields are wrong or unknown; `errors` names each of them.'],
  429: ['TooManyRequests', 'Too many requests; `Retry-After` says how long to wait.'],
  503: ['Unavailable', 'Overloaded, or a part that is needed is away; the same works later.'],
} as const;
type RefusalStatus = keyof typeof REFUSALS;

const PROBLEM = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

/** The refusals as components, for operations to refer to. */
export const REFUSAL_RESPONSES: NonNullable<Components['responses']> = Object.fromEntries(
  Object.values(REFUSALS).map(([name, description]) => [name, { description, content: PROBLEM }]),
);

/**
 * Says of an operation how it may be refused: what follows from its parameters, its body and who may call it, beside what its
 * decorators say.
 */
export function addRefusals(operation: Operation, changes: boolean): void {
  for (const status of refusalsOf(operation, changes)) {
    operation.responses[status] ??= { $ref: `#/components/responses/${REFUSALS[status][0]}` };
  }
  for (const [status, answer] of Object.entries(operation.responses)) {
    if (status >= '400' && answer !== undefined && 'description' in answer) answer.content ??= PROBLEM;
  }
}

function refusalsOf({ security, parameters = [] }: Operation, changes: boolean): RefusalStatus[] {
  const places = parameters.map((parameter) => ('in' in parameter ? parameter : null));
  const isIn = (place: string) => places.some((parameter) => parameter?.in === place);
  const isGuarded = security !== undefined;
  const takesRevision = places.some((parameter) => parameter?.name.toLowerCase() === 'if-match');
  return [
    400,
    ...(isGuarded ? ([401, 403] as const) : []),
    ...(parameters.length > 0 || changes ? ([404] as const) : []),
    ...(changes ? ([409, 413, 415] as const) : []),
    ...(isIn('path') ? ([414] as const) : []),
    ...(takesRevision ? ([412] as const) : []),
    422,
    429,
    503,
  ];
}
