import fc from 'fast-check';

/** The parts of a JSON Schema that the description of the API uses. */
export interface DescribedSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly items?: DescribedSchema;
  readonly properties?: Readonly<Record<string, DescribedSchema>>;
  readonly allOf?: readonly DescribedSchema[];
  readonly oneOf?: readonly DescribedSchema[];
}

/** What no schema asks for, and programs stumble over. */
const HOSTILE: readonly unknown[] = [
  ...[null, true, 0, -1, 1e308, 1.5, '', ' ', '\u0000', '\ud800', '\u202e', 'a'.repeat(6_000), [], {}, [[]]],
  ...[
    '9999999-99-99',
    '+275760-09-13T00:00:00Z',
    '2027-150T10:00:00Z',
    'javascript:alert(1)',
    '%00',
    '../..',
  ],
  ...[{ $gt: '' }, { __proto__: null, constructor: 'x' }, { $where: '1' }, '$ne', '🚀'.repeat(300)],
];
const hostile: fc.Arbitrary<unknown> = fc.oneof(fc.constantFrom(...HOSTILE), fc.jsonValue({ maxDepth: 2 }));

/** Makes values for the schemas of a description: what they ask for, and unless it is tame a few that are anything. */
export class SchemaArbitrary {
  /** @param ids values that mean something to the application */
  constructor(
    private readonly schemas: Readonly<Record<string, DescribedSchema>>,
    private readonly ids: readonly string[],
    private readonly tame: boolean,
  ) {}

  of(schema: DescribedSchema): fc.Arbitrary<unknown> {
    if (this.tame) return this.fitting(schema);
    return fc.oneof({ weight: 15, arbitrary: this.fitting(schema) }, { weight: 1, arbitrary: hostile });
  }

  /** The fields that an object of this schema has. */
  fieldsOf({ $ref, properties = {} }: DescribedSchema): Readonly<Record<string, fc.Arbitrary<unknown>>> {
    if ($ref !== undefined) return this.fieldsOf(this.named($ref));
    return Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, this.of(property)]),
    );
  }

  /** A parameter of an address or a header: text, whatever its schema says. */
  text(schema: DescribedSchema): fc.Arbitrary<string> {
    return this.of(schema).map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
  }

  private fitting(schema: DescribedSchema): fc.Arbitrary<unknown> {
    const { $ref, properties, items, allOf, oneOf } = schema;
    if ($ref !== undefined) return this.fitting(this.named($ref));
    if (allOf?.[0] !== undefined) return this.fitting(allOf[0]);
    if (oneOf !== undefined) return fc.oneof(...oneOf.map((one) => this.fitting(one)));
    if (properties !== undefined) return this.object(this.fieldsOf(schema));
    if (items !== undefined) return fc.array(this.of(items), { maxLength: 3 });
    return this.scalar(schema);
  }

  /** Fields may be missing, and now and then there is one too many. */
  private object(properties: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<unknown> {
    const fields = fc.record(properties, { requiredKeys: [] });
    // Most rules are about whole bodies: half of them have every field.
    const whole = fc.record(properties);
    const more = fc.dictionary(
      fc.constantFrom('$gt', '__proto__', 'constructor', 'a.b', ''),
      fc.jsonValue(),
      {
        minKeys: 1,
        maxKeys: 1,
      },
    );
    const extended = fc.tuple(fields, more).map(([own, extra]) => ({ ...own, ...extra }));
    return fc.oneof(
      { weight: 6, arbitrary: whole },
      { weight: 5, arbitrary: fields },
      { weight: this.tame ? 0 : 1, arbitrary: extended },
    );
  }

  private named($ref: string): DescribedSchema {
    return this.schemas[$ref.split('/').at(-1) ?? ''] ?? {};
  }

  private scalar({
    enum: choices,
    type,
    format,
    pattern,
    ...limits
  }: DescribedSchema): fc.Arbitrary<unknown> {
    if (choices !== undefined) return fc.constantFrom(...choices);
    const { minimum: min = 0, maximum: max = 100_000, minLength = 0, maxLength = 40 } = limits;
    switch (type) {
      case 'boolean':
        return fc.boolean();
      case 'integer':
        return fc.integer({ min, max });
      case 'number':
        return fc.double({ min, max, noNaN: true });
      case 'object':
        return fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 });
      default:
    }
    if (format === 'date-time') return moments;
    if (format === 'uuid') return fc.oneof(fc.constantFrom(...this.ids), fc.uuid());
    if (pattern !== undefined)
      return fc.oneof(fc.constantFrom(...this.ids), fc.stringMatching(new RegExp(pattern)));
    const texts = fc.string({
      unit: 'grapheme',
      minLength,
      maxLength: Math.max(minLength, Math.min(maxLength, 200)),
    });
    return fc.oneof({ weight: 4, arbitrary: texts }, { weight: 1, arbitrary: fc.constantFrom(...this.ids) });
  }
}

const moments = fc
  .date({ min: new Date('2026-12-01T00:00:00Z'), max: new Date('2032-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
