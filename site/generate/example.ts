import { api, nameOf, type NamedOperation, type Parameter, type Schema } from './description.js';

/** What examples cannot have that are run by themselves. */
const NEEDED: Readonly<Record<string, string>> = {
  'GET /api/v1/auth/discord/login': 'needs a Discord application of yours',
  'POST /api/v1/auth/refresh': 'needs the cookie of a session',
  'POST /api/v1/discord/events/interactions': 'needs a signature of Discord',
  'POST /api/v1/payments/webhook': 'needs a signature of Stripe',
  'POST /api/v1/discord/webhooks/incoming': 'needs a signature: the page on webhooks makes one',
};

/** How the example of an operation is known to be true, or why it is not run. */
export function knownBy({ method, path }: NamedOperation): string {
  const needed = NEEDED[`${method} ${path}`];
  return needed === undefined ? 'test="test/medium/rest-examples.test.ts"' : `by-hand="${needed}"`;
}

/** The example of an operation, to be pasted. */
export function curl({ method, path, requestBody, parameters = [] }: NamedOperation, open: boolean): string {
  const address = path
    .replace('/api/v1', '')
    .replaceAll(/\{(\w+)\}/g, (_all, name: string) => name.toUpperCase());
  const [type, media] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const parts = [`curl${method === 'GET' ? '' : ` -X ${method}`} "$api${address}${queryOf(parameters)}"`];
  if (!open) parts.push('-H "authorization: Bearer $token"');
  if (type !== undefined) parts.push(`-H 'content-type: ${type}'`);
  if (media?.example !== undefined)
    parts.push(`-d '${JSON.stringify(media.example, null, 1).replaceAll("'", String.raw`'\''`)}'`);
  else if (type !== undefined) parts.push('--data-binary @FILE');
  return parts.join(' \\\n  ');
}

/** What has to be said behind the address. */
function queryOf(parameters: readonly Parameter[]): string {
  const said = parameters
    .filter((parameter) => parameter.in === 'query' && parameter.required === true)
    .map(({ name, schema = {} }) => `${name}=${valueOf(schema) ?? name.toUpperCase()}`);
  return said.length === 0 ? '' : `?${said.join('&')}`;
}

function valueOf(schema: Schema): string | undefined {
  const value = schema.example ?? enumOf(schema)[0];
  return typeof value === 'string' ? value : undefined;
}

function enumOf({ enum: values, allOf = [], $ref }: Schema): readonly unknown[] {
  if (values !== undefined) return values;
  if ($ref !== undefined) return enumOf(api.components.schemas[nameOf($ref)] ?? {});
  return allOf.flatMap(enumOf);
}
