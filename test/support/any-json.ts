import type { SeededChance } from './seeded-chance.js';

/** The parts of a JSON Schema that the description of the API uses. */
export interface JsonSchema {
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

const NASTY: readonly [unknown, ...unknown[]] = [
  null,
  ...[true, 0, -1, 1e308, 1.5, '', ' ', 'x', '\u0000', '\ud800', '🚀'.repeat(300), 'a'.repeat(6000)],
  ...['2030-01-01T00:00:00Z', '+275760-09-13T00:00:00Z', '9999999-99-99', 'javascript:alert(1)', '__proto__'],
];
const KEYS = ['$gt', '$where', '__proto__', 'constructor', 'length', 'toString', '', 'a.b', 'role', 'name'];

/** Makes JSON values: mostly what a schema asks for, with a liking for what hurts. */
export class AnyJson {
  /** @param ids values that mean something to the application */
  constructor(
    private readonly chance: SeededChance,
    private readonly schemas: Readonly<Record<string, JsonSchema>>,
    private readonly ids: readonly [string, ...string[]],
  ) {}

  /** A value for a schema; each part of it is what was asked for, missing, or anything. */
  like(schema: JsonSchema): unknown {
    if (this.chance.next() < 0.08) return this.anything();
    const { $ref, properties, items } = schema;
    if ($ref !== undefined) return this.like(this.schemas[$ref.split('/').at(-1) ?? ''] ?? {});
    if (properties !== undefined) {
      const kept = Object.entries(properties).filter(() => this.chance.next() < 0.9);
      return Object.fromEntries(kept.map(([name, property]) => [name, this.like(property)]));
    }
    if (items !== undefined) return Array.from({ length: this.chance.whole(0, 3) }, () => this.like(items));
    return this.scalar(schema);
  }

  private scalar({ enum: choices = [], type, format, pattern, ...limits }: JsonSchema): unknown {
    const [first, ...rest] = choices;
    if (first !== undefined) return this.chance.pick([first, ...rest]);
    if (type === 'boolean') return this.chance.next() < 0.5;
    if (type === 'number' || type === 'integer')
      return this.chance.whole(limits.minimum ?? 0, limits.maximum ?? 1000);
    if (format === 'date-time') return new Date(Date.now() + this.chance.whole(1, 1e10)).toISOString();
    if (format === 'url' || format === 'uri') return 'https://example.org/x';
    if (format === 'uuid' || pattern?.includes('17,20') === true) return this.chance.pick(this.ids);
    const length = this.chance.whole(limits.minLength ?? 3, Math.min(limits.maxLength ?? 10, 300));
    return 'a'.repeat(length);
  }

  private anything(depth = 0): unknown {
    const roll = this.chance.next();
    if (depth > 3 || roll < 0.6)
      return this.chance.next() < 0.3 ? this.chance.pick(this.ids) : this.chance.pick(NASTY);
    if (roll < 0.75) return Array.from({ length: this.chance.whole(0, 4) }, () => this.anything(depth + 1));
    const keys = KEYS.filter(() => this.chance.next() < 0.2);
    return Object.fromEntries(keys.map((key) => [key, this.anything(depth + 1)]));
  }
}
