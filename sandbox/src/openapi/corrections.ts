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
  loosenBitFields(description);
  loosenIds(description);
  correctErrorCodes(description);
  addForwards(description);
  dropEmptyEnums(description.paths);
}

const BIT_FIELDS = ['allow', 'deny', 'permissions', 'default_member_permissions'];

/** Permission bit fields are described as integers, but every library sends them as strings, which Discord documents. */
function loosenBitFields(node: unknown, name = ''): void {
  if (typeof node !== 'object' || node === null) return;
  const schema = node as { type?: string | string[] };
  if (BIT_FIELDS.includes(name) && [schema.type].flat().includes('integer')) {
    schema.type = [schema.type ?? [], 'string'].flat();
  }
  for (const [key, child] of Object.entries(node)) loosenBitFields(child, key);
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

/** An `enum` of nothing would let nothing through; the values stand beside it. */
function dropEmptyEnums(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  const schema = node as { enum?: unknown };
  if (Array.isArray(schema.enum) && schema.enum.length === 0) delete schema.enum;
  for (const child of Object.values(node)) dropEmptyEnums(child);
}
