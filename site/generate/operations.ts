import { LABELS } from './operation-labels.js';
import { api, nameOf, type NamedOperation, type Operation, type Schema } from './description.js';
import { curl, knownBy } from './example.js';
import { type Language, table } from './markdown.js';

/** A page for the operations of one tag. */
interface OperationPage {
  /** Below the language. */
  readonly address: string;
  readonly title: string;
}

/** Every operation of the REST API, in the order of the description. */
export function operations(): NamedOperation[] {
  return Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      method: method.toUpperCase(),
      path,
    })),
  );
}

export function operationPages(): OperationPage[] {
  return api.tags.map(({ name }) => ({
    address: `api/operations/${slug(name)}`,
    title: name.charAt(0).toUpperCase() + name.slice(1),
  }));
}

/** The pages of operations, by their files below the language. */
export function operationFiles(language: Language): [file: string, content: string][] {
  return api.tags.map(({ name }) => [`api/operations/${slug(name)}.md`, pageOf(name, language)]);
}

/** Which page a record is described on: that of the first operation that takes or answers it. */
const PAGE_OF_RECORD = pagesOfRecords();

function pagesOfRecords(): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  for (const { name } of api.tags) {
    for (const operation of operationsOf(name)) {
      for (const record of recordsIn(operation)) if (!pages.has(record)) pages.set(record, name);
    }
  }
  return pages;
}

/** Names of all records that an operation speaks of, also through others. */
function recordsIn(operation: Operation): Set<string> {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/#\/components\/schemas\/(\w+)/g)) {
      if (found.has(name)) continue;
      found.add(name);
      visit(api.components.schemas[name]);
    }
  };
  visit({ body: operation.requestBody ?? null, answers: operation.responses });
  return found;
}

function operationsOf(tag: string): NamedOperation[] {
  return operations().filter(({ tags }) => tags?.[0] === tag);
}

function pageOf(tag: string, language: Language): string {
  const label = LABELS[language];
  const records = [...PAGE_OF_RECORD].filter(([, page]) => page === tag).map(([record]) => record);
  return [
    `---\noutline: 2\n---\n`,
    `# ${tag.charAt(0).toUpperCase() + tag.slice(1)}`,
    `${label.intro} ${label.variables}`,
    ...operationsOf(tag).flatMap((operation) => operationPart(operation, language)),
    ...(records.length === 0 ? [] : [`## ${label.records} {#records}`]),
    ...records.toSorted().flatMap((record) => recordPart(record, language)),
  ].join('\n\n');
}

function operationPart(operation: NamedOperation, language: Language): string[] {
  const { method, path, summary = '', description, parameters = [], responses, security } = operation;
  const label = LABELS[language];
  const open = security === undefined || security.some((way) => Object.keys(way).length === 0);
  const body = Object.entries(operation.requestBody?.content ?? {})[0];
  return [
    `## \`${method} ${path.replace('/api/v1', '')}\` {#${slug(`${method} ${path.replace('/api/v1', '')}`)}}`,
    plain(summary),
    ...(description === undefined ? [] : [plain(description)]),
    ...(open ? [label.anyone] : []),
    `\`\`\`sh ${knownBy(operation)}\n${curl(operation, open)}\n\`\`\``,
    ...(parameters.length === 0
      ? []
      : [
          `**${label.parameters}**`,
          table(
            label.parameterHead,
            parameters.map((parameter) => [
              `\`${parameter.name}\``,
              parameter.in,
              typeOf(parameter.schema ?? {}) + (parameter.required === true ? `, ${label.needed}` : ''),
              plain(parameter.description ?? ''),
            ]),
          ),
        ]),
    ...(body?.[1].schema === undefined
      ? []
      : [`**${label.body}** (\`${body[0]}\`): ${typeOf(body[1].schema)}`]),
    `**${label.answer}**: ${answers(responses)}`,
    `**${label.refusals}**: ${Object.keys(responses)
      .filter((status) => status >= '400')
      .join(', ')}`,
  ];
}

/** What a good answer is, by its status. */
function answers(responses: Operation['responses']): string {
  return Object.entries(responses)
    .filter(([status]) => status < '400')
    .map(([status, { content = {} }]) => {
      const [type, media] = Object.entries(content)[0] ?? [];
      if (type === undefined) return status;
      const what = media?.schema === undefined ? '' : `: ${typeOf(media.schema)}`;
      return type === 'application/json' ? `${status}${what}` : `${status} \`${type}\`${what}`;
    })
    .join(' · ');
}

function recordPart(name: string, language: Language): string[] {
  const schema = merged(api.components.schemas[name] ?? {});
  const label = LABELS[language];
  const required = new Set(schema.required ?? []);
  const isBody = name.endsWith('Dto');
  const fields = Object.entries(schema.properties ?? {}).map(([field, value]) => [
    `\`${field}\``,
    typeOf(value) + (isBody && required.has(field) ? `, ${label.needed}` : ''),
    plain(value.description ?? ''),
  ]);
  const heading = `### ${name} {#${name.toLowerCase()}}`;
  const about = schema.description === undefined ? [] : [plain(schema.description)];
  return [heading, ...about, fields.length === 0 ? typeOf(schema) : table(label.fieldHead, fields)];
}

function merged(schema: Schema): Schema {
  if (schema.allOf === undefined) return schema;
  const parts = schema.allOf.map((part) =>
    merged(part.$ref === undefined ? part : (api.components.schemas[nameOf(part.$ref)] ?? {})),
  );
  return {
    ...schema,
    required: [...(schema.required ?? []), ...parts.flatMap(({ required = [] }) => required)],
    properties: Object.assign({}, ...parts.map(({ properties }) => properties), schema.properties) as Record<
      string,
      Schema
    >,
  };
}

/** A type in a few words, with its limits; records are links to where they are described. */
function typeOf(schema: Schema): string {
  const { nullable, default: fallback } = schema;
  const type = typeWithoutNull(schema);
  return [
    nullable === true ? `${type} \\| null` : type,
    ...(fallback === undefined ? [] : [`= \`${JSON.stringify(fallback)}\``]),
  ].join(' ');
}

function typeWithoutNull(schema: Schema): string {
  const [only] = schema.allOf ?? [];
  if (schema.$ref !== undefined) return recordLink(nameOf(schema.$ref));
  if (only !== undefined && schema.properties === undefined) return typeWithoutNull(only);
  if (schema.oneOf !== undefined) return schema.oneOf.map(typeOf).join(' · ');
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${String(value)}\``).join(' ');
  if (schema.type === 'array')
    return `[${typeOf(schema.items ?? {})}]${limits(schema.minItems, schema.maxItems)}`;
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length > 0)
    return `{ ${fields.map(([name, value]) => `\`${name}\`: ${typeOf(value)}`).join(', ')} }`;
  return (
    (schema.format ?? schema.type ?? 'any') +
    limits(schema.minimum, schema.maximum) +
    limits(schema.minLength, schema.maxLength)
  );
}

function limits(least: number | undefined, most: number | undefined): string {
  if (least === undefined && most === undefined) return '';
  return ` (${String(least ?? '')}..${String(most ?? '')})`;
}

function recordLink(name: string): string {
  const page = PAGE_OF_RECORD.get(name);
  return page === undefined ? `\`${name}\`` : `[${name}](./${slug(page)}.md#${name.toLowerCase()})`;
}

/** Text of the description as Markdown that VitePress takes: it is one line, and its angle and curly brackets are no markup. */
function plain(text: string): string {
  return text
    .replaceAll(/\s*\n\s*/g, ' ')
    .split('`')
    .map((part, index) =>
      index % 2 === 1 ? part : part.replaceAll('<', '&lt;').replaceAll('{{', '&#123;&#123;'),
    )
    .join('`');
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
