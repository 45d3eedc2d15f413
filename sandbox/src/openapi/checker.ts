import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { PACKAGE } from '../package.js';
import { FILES, type UploadedFile } from '../validation/uploads.js';
import { correct, type Description, type Parameter } from './corrections.js';
import { hasAtMost } from './has-at-most.js';

interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, unknown>; required?: boolean };
  responses: Record<string, { content?: Record<string, unknown>; $ref?: string }>;
}

const DOCUMENT = 'discord';
const SCHEMAS = '#/components/schemas/';
/** How many faults of one body are worth telling. */
const MOST_FAULTS = 10;
/** Values in a body of which all faults are told; Ajv's time grows with the square of their number. */
const MOST_VALUES = 10_000;

/** Descriptions read so far, by path: sandboxes of one process share what is compiled. */
const loaded = new Map<string, OpenApiChecker>();

/**
 * Checks requests and answers against Discord's own OpenAPI description. Validators are compiled when first needed, or
 * before that by `prepare`.
 */
export class OpenApiChecker {
  private readonly bodies = validator();
  /** Stops at the first fault: for bodies too large for all of theirs. Rarely needed, and made then. */
  private firstFault: Ajv2020 | undefined;
  private readonly queries = validator({ coerceTypes: 'array' });
  private readonly compiled = new Map<string, ValidateFunction | null>();
  private readonly prepared = new Set<string>();

  private constructor(private readonly description: Description) {
    for (const ajv of [this.bodies, this.queries]) ajv.addSchema(description, DOCUMENT);
  }

  /** Loads the description from a file; null when there is none. */
  static load(path: string | null | undefined): OpenApiChecker | null {
    const found = path ?? findDescription();
    if (path === null || !found || !existsSync(found)) return null;
    const known = loaded.get(found);
    if (known) return known;
    const description = JSON.parse(readFileSync(found, 'utf8')) as Description;
    correct(description);
    const checker = new OpenApiChecker(description);
    loaded.set(found, checker);
    return checker;
  }

  /** All operations that the description knows, as `GET /users/@me`. */
  operations(): string[] {
    return Object.entries(this.description.paths).flatMap(([path, item]) =>
      Object.keys(item)
        .filter((key) => key !== 'parameters')
        .map((method) => `${method.toUpperCase()} ${path}`),
    );
  }

  /** The query parameters of an operation, which is named as in `operations`. */
  queryNames(operation: string): string[] {
    const [method = '', route = ''] = operation.split(' ');
    return this.parameters(method, route, 'query').map(({ name }) => name);
  }

  /**
   * Compiles in short steps what the requests (and answers) of an operation need: the smallest parts first, each of
   * which then costs a larger one only a reference.
   */
  *prepare(method: string, route: string, withAnswers: boolean): Generator<void> {
    const operation = this.operation(method, route);
    if (!operation) return;
    const { parameters, requestBody, responses } = operation;
    const parts = withAnswers ? [requestBody, responses] : [requestBody];
    for (const ref of refsBelow(this.description, parts, this.prepared)) {
      this.bodies.getSchema(`${DOCUMENT}${ref}`);
      yield;
    }
    for (const place of parameters ? ['path', 'query'] : ['path']) {
      this.checkParameters(method, route, place, {});
      yield;
    }
  }

  /** What is wrong in a request. `contentType` null: no body came. An undescribed route has no faults. */
  checkRequest(
    method: string,
    route: string,
    parts: { query: unknown; params: unknown; body: unknown; contentType: string | null },
  ): string[] {
    const operation = this.operation(method, route);
    if (!operation) return [];
    return [
      ...this.checkParameters(method, route, 'path', parts.params),
      ...this.checkParameters(method, route, 'query', parts.query),
      ...this.checkBody(method, route, operation, parts.body, parts.contentType),
    ];
  }

  /** What is wrong in an answer of the sandbox. */
  checkAnswer(method: string, route: string, status: number, body: unknown): string[] {
    const operation = this.operation(method, route);
    if (!operation) return [];
    const pointer = answerPointer(operation, status);
    if (!pointer) return [`answer: status ${status} is not described`];
    const base = `${pathPointer(method, route)}/responses/${pointer}`;
    const described = operation.responses[pointer];
    if (described?.$ref) {
      return this.run(`${described.$ref}/content/application~1json/schema`, body, 'answer');
    }
    if (!described?.content) return body === undefined ? [] : ['answer: a body where none is described'];
    return this.run(`#${base}/content/application~1json/schema`, body, 'answer');
  }

  private operation(method: string, route: string): Operation | undefined {
    return this.description.paths[route]?.[method.toLowerCase()] as Operation | undefined;
  }

  private checkParameters(method: string, route: string, place: string, values: unknown): string[] {
    const key = `${method} ${route} ${place}`;
    const known = this.compiled.get(key) ?? this.compileParameters(key, method, route, place);
    if (known({ ...(values as object) })) return [];
    return describe(known.errors, place);
  }

  private compileParameters(key: string, method: string, route: string, place: string): ValidateFunction {
    const wanted = this.parameters(method, route, place);
    const schema = {
      type: 'object',
      properties: Object.fromEntries(wanted.map((p) => [p.name, parameterSchema(p.schema)])),
      required: wanted.filter((p) => p.required).map((p) => p.name),
      additionalProperties: false,
    };
    const validate = this.queries.compile(schema);
    this.compiled.set(key, validate);
    return validate;
  }

  private parameters(method: string, route: string, place: string): Parameter[] {
    const shared = this.description.paths[route]?.parameters ?? [];
    const own = this.operation(method, route)?.parameters ?? [];
    return [...shared, ...own].filter((p) => p.in === place);
  }

  private checkBody(
    method: string,
    route: string,
    { requestBody }: Operation,
    body: unknown,
    contentType: string | null,
  ): string[] {
    if (!requestBody || contentType === null) {
      // The description wants a body of `DELETE …/bans/{user_id}`, for which there is none to send.
      return requestBody?.required && method !== 'DELETE' ? ['body: missing'] : [];
    }
    // A multipart body is checked by its JSON part where there is one: the description wants every file of it, in binary.
    const multipart = contentType.startsWith('multipart/');
    const type = multipart && requestBody.content['application/json'] ? 'application/json' : contentType;
    if (!requestBody.content[type]) return [`body: ${contentType} is not described`];
    const escaped = type.replaceAll('/', '~1');
    return this.run(
      `#${pathPointer(method, route)}/requestBody/content/${escaped}/schema`,
      multipart && type === contentType ? withFiles(body) : body,
      'body',
    );
  }

  private run(pointer: string, value: unknown, label: string): string[] {
    const large = !hasAtMost(MOST_VALUES, value);
    const key = large ? `first ${pointer}` : pointer;
    let validate = this.compiled.get(key);
    if (validate === undefined) {
      const ajv = large ? this.validatorOfLarge() : this.bodies;
      validate = ajv.compile({ $ref: `${DOCUMENT}${pointer}` });
      this.compiled.set(key, validate);
    }
    return validate ? faultsOf(validate, value, label) : [];
  }

  private validatorOfLarge(): Ajv2020 {
    this.firstFault ??= validator({ allErrors: false }).addSchema(this.description, DOCUMENT);
    return this.firstFault;
  }
}

/**
 * Compiling is what costs: a message's schema takes a second with Ajv's defaults. So the description itself is not
 * validated, and its parts are neither copied into one another nor optimized.
 */
function validator(options: { coerceTypes?: 'array'; allErrors?: boolean } = {}): Ajv2020 {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    validateFormats: true,
    validateSchema: false,
    inlineRefs: false,
    code: { optimize: false },
    logger: false,
    ...options,
  });
  addFormats.default(ajv);
  for (const format of ['snowflake', 'nonce', 'binary', 'base64']) ajv.addFormat(format, true);
  return ajv;
}

function pathPointer(method: string, route: string): string {
  const escaped = encodeURIComponent(route.replaceAll('~', '~0').replaceAll('/', '~1'));
  return `/paths/${escaped}/${method.toLowerCase()}`;
}

function answerPointer(operation: Operation, status: number): string | null {
  const exact = String(status);
  if (operation.responses[exact]) return exact;
  const range = `${exact.charAt(0)}XX`;
  return operation.responses[range] ? range : null;
}

/** The references to components in and below a part of the description that were not `seen` yet, innermost first. */
function* refsBelow(description: Description, node: unknown, seen: Set<string>): Generator<string> {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, child] of Object.entries(node)) {
    if (key !== '$ref' || typeof child !== 'string' || !child.startsWith('#/')) {
      yield* refsBelow(description, child, seen);
    } else if (!seen.has(child)) {
      seen.add(child);
      yield* refsBelow(description, at(description, child), seen);
      if (child.startsWith(SCHEMAS)) yield child;
    }
  }
}

function at(description: Description, pointer: string): unknown {
  const keys = pointer.slice(2).split('/');
  return keys.reduce<unknown>(
    (node, key) => (node as Record<string, unknown> | undefined)?.[key],
    description,
  );
}

/** Yes and no are written in several ways in a query (`wait=1` is discord.py's), and Discord takes them all. */
const FLAG = { enum: ['true', 'false', 'True', 'False', '1', '0'] };

function parameterSchema(schema: object): object {
  return (schema as { type?: string }).type === 'boolean' ? FLAG : absoluteRefs(schema);
}

/** Schemas inside a parameter refer to the document; compiled apart from it they need its name. */
function absoluteRefs(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/', `"${DOCUMENT}#/`)) as object;
}

/** A form with a text in the place of each of its files: the description calls them texts. */
function withFiles(body: unknown): unknown {
  const files = (body as { [FILES]?: UploadedFile[] } | undefined)?.[FILES] ?? [];
  return { ...(body as object), ...Object.fromEntries(files.map(({ field }) => [field, ''])) };
}

/** A body that is nested deeper than the stack goes is at fault, whatever else is. */
function faultsOf(validate: ValidateFunction, value: unknown, label: string): string[] {
  try {
    return validate(value) ? [] : describe(validate.errors, label);
  } catch (error) {
    if (error instanceof RangeError) return [`${label}: nested too deep`];
    throw error;
  }
}

function describe(errors: ErrorObject[] | null | undefined, label: string): string[] {
  const texts = (errors ?? []).map((e) => `${label}${e.instancePath}: ${e.message ?? e.keyword}${detail(e)}`);
  return [...new Set(texts)].slice(0, MOST_FAULTS);
}

function detail(error: ErrorObject): string {
  const params = error.params as { additionalProperty?: string; allowedValues?: unknown[] };
  if (params.additionalProperty !== undefined) return ` (${params.additionalProperty})`;
  return params.allowedValues ? ` (${params.allowedValues.slice(0, 12).join(', ')})` : '';
}

/** Where the description usually lies: told by DISCORD_OPENAPI, or beside the repository. */
function findDescription(): string | null {
  const places = [
    process.env['DISCORD_OPENAPI'],
    fileURLToPath(new URL('../../shared/discord-openapi.json', PACKAGE)),
    resolve(process.cwd(), '../shared/discord-openapi.json'),
  ];
  return places.find((place) => place !== undefined && existsSync(place)) ?? null;
}
