import { createRequire } from 'node:module';
import type { TestApp } from './app.js';

// The sandbox's JSON Schema validator; the one at the top of node_modules is an old version of ESLint's.
const fromSandbox = createRequire(new URL('../../sandbox/package.json', import.meta.url));

interface Validator {
  addSchema(schema: object, key: string): void;
  getSchema(key: string): ((value: unknown) => boolean) | undefined;
  errorsText(errors: unknown): string;
}

/** The parts of a JSON Schema that the description of the API uses. */
interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

interface Schema extends JsonSchema {
  additionalProperties?: boolean;
}

interface BodyDescription {
  readonly schema: JsonSchema;
  readonly example?: unknown;
}

interface Operation {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly responses: Readonly<Record<string, unknown>>;
  readonly security?: readonly unknown[];
  readonly requestBody?: { readonly content: Readonly<Record<string, BodyDescription>> };
}

/** The description of the API, to check real answers by. */
export interface ApiSchema {
  readonly document: {
    readonly openapi: string;
    readonly tags: readonly { readonly name: string }[];
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    readonly components: { readonly schemas: Record<string, Schema> };
  };
  /** What is wrong with a value of a named schema, fields that it does not have included; `null` when nothing is. */
  faults(schema: string, value: unknown): string | null;
}

/** Reads `/api/openapi.json` of a running application. */
export async function readApiSchema(app: TestApp): Promise<ApiSchema> {
  const { body: document } = await app.anyone.get<ApiSchema['document']>('/api/openapi.json');
  const { Ajv } = fromSandbox('ajv') as { Ajv: new (options: object) => Validator };
  const ajv = new Ajv({ strict: false, allErrors: true });
  (fromSandbox('ajv-formats') as (validator: Validator) => void)(ajv);
  const closed = structuredClone(document);
  for (const schema of Object.values(closed.components.schemas)) schema.additionalProperties = false;
  ajv.addSchema(closed, 'api');
  return {
    document,
    faults: (schema, value) => {
      const validate = ajv.getSchema(`api#/components/schemas/${schema}`);
      if (validate === undefined) return `there is no schema ${schema}`;
      return validate(value) ? null : ajv.errorsText((validate as { errors?: unknown }).errors);
    },
  };
}
