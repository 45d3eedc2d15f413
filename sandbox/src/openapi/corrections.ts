/** What the sandbox reads of a parameter of an operation. */
export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: object;
}

/** What the sandbox reads of Discord's OpenAPI description. */
export interface Description {
  components: { schemas: Record<string, { type?: string | string[]; properties?: Record<string, object> }> };
  paths: Record<string, Record<string, unknown> & { parameters?: Parameter[] }>;
}

/** Corrects a description where Discord itself takes, or gives, something else than it says. */
export function correct(description: Description): void {
  correctAll(description, '');
  loosenIds(description);
  correctErrorCodes(description);
  addForwards(description);
  addNestedFields(description);
}

interface Schema {
  type?: string | string[];
  enum?: unknown;
}

/** Corrects every schema that is found on the way through the whole description. */
function correctAll(node: object, name: string): void {
  loosenBitField(node, name);
  dropEmptyEnum(node);
  // Not by Object.entries, which would make as much garbage as the description is large.
  for (const key in node) {
    const child: unknown = node[key as keyof typeof node];
    if (typeof child === 'object' && child !== null) correctAll(child, key);
  }
}

const BIT_FIELDS = ['allow', 'deny', 'permissions', 'default_member_permissions'];

/** Permission bit fields are described as integers, but every library sends them as strings, which Discord documents. */
function loosenBitField(schema: Schema, name: string): void {
  if (!BIT_FIELDS.includes(name) || ![schema.type].flat().includes('integer')) return;
  schema.type = [schema.type ?? [], 'string'].flat();
}

/** An `enum` of nothing would let nothing through; the values stand beside it. */
function dropEmptyEnum(schema: Schema): void {
  if (Array.isArray(schema.enum) && schema.enum.length === 0) delete schema.enum;
}

/** Ids are described as texts; Discord takes numbers, too, which discord.py sends. */
function loosenIds({ components }: Description): void {
  const id = components.schemas['SnowflakeType'];
  if (id) id.type = ['string', 'integer'];
}

/** The codes inside `errors` are words (`BASE_TYPE_REQUIRED`), as Discord's guides show them; the description says integers. */
function correctErrorCodes({ components }: Description): void {
  const inner = components.schemas['InnerErrors'];
  const entry = { type: 'object', required: ['code', 'message'], properties: { code: { type: 'string' } } };
  if (inner) inner.properties = { _errors: { type: 'array', items: entry } };
}

/** Messages can be forwarded (`type` 1 of a reference), as Discord documents; the description knows only replies. */
function addForwards({ components }: Description): void {
  const type = components.schemas['MessageReferenceType'] as { oneOf?: object[] } | undefined;
  type?.oneOf?.push({ const: 1, title: 'FORWARD' });
}

/** discord.py asks by this parameter, of old, that the first message of a post is nested in its thread. */
function addNestedFields({ paths }: Description): void {
  const post = paths['/channels/{channel_id}/threads']?.['post'] as { parameters?: Parameter[] } | undefined;
  const parameter = { name: 'use_nested_fields', in: 'query', schema: { type: ['boolean', 'integer'] } };
  if (post) post.parameters = [...(post.parameters ?? []), parameter];
}
