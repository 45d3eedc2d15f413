/** A JSON schema. */
export type Schema = Record<string, unknown>;

/** One control call, as the OpenAPI document describes it. */
export interface Operation {
  /** The name of the client's method. */
  id: string;
  /** One sentence. */
  summary: string;
  query?: Record<string, Schema>;
  body?: Schema;
  /** What a good answer is; `{}` when absent. */
  answer?: Schema;
  /** Its status, unless 200. */
  status?: number;
}

/** Control calls by method and path. */
export type Operations = Record<string, Operation>;

export const text = (description: string, rules: Schema = {}): Schema => ({
  type: 'string',
  description,
  ...rules,
});
export const id = (description: string): Schema => text(description, { pattern: '^[0-9]{1,20}$' });
export const integer = (description: string, rules: Schema = {}): Schema => ({
  type: 'integer',
  description,
  ...rules,
});
export const number = (description: string, rules: Schema = {}): Schema => ({
  type: 'number',
  description,
  ...rules,
});
export const flag = (description: string): Schema => ({ type: 'boolean', description });
export const time = (description: string): Schema => text(description, { format: 'date-time' });
export const bits = (description: string): Schema => text(description, { pattern: '^[0-9]{1,20}$' });
export const oneOf = (description: string, values: readonly unknown[]): Schema => ({
  description,
  enum: values,
});
export const list = (items: Schema, description = ''): Schema => ({
  type: 'array',
  items,
  ...(description === '' ? {} : { description }),
});
/** An object of any fields. */
export const dictionary = (description: string): Schema => ({
  type: 'object',
  description,
  additionalProperties: true,
});
export const anything = (description: string): Schema => ({ description });

/** An object; fields are optional unless `required` names them. */
export function object(fields: Record<string, Schema>, required: readonly string[] = []): Schema {
  return { type: 'object', properties: fields, ...(required.length > 0 ? { required } : {}) };
}

/** An object all of whose fields are always there: an answer. */
export function answer(fields: Record<string, Schema>): Schema {
  return object(fields, Object.keys(fields));
}

/** An object all of whose fields are there, or nothing. */
export function orNull(description: string, fields: Record<string, Schema>): Schema {
  return { description, oneOf: [answer(fields), { type: 'null' }] };
}

/** One of the document's own schemas. */
export function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}
