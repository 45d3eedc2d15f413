import type { Picture } from '../world/files.js';
import { toSnowflake } from '../world/snowflake.js';
import { refuse } from '../errors.js';
import { Issues, type Path } from './issues.js';

/** What a field may be. Lengths count code points, as Discord does. */
export interface FieldRules {
  required?: boolean;
  /** Whether `null` is an answer of its own; otherwise null counts as missing. */
  nullable?: boolean;
}
export interface TextRules extends FieldRules {
  min?: number;
  max?: number;
}
export interface NumberRules extends FieldRules {
  min?: number;
  max?: number;
  choices?: readonly number[];
}

type Fields = Record<string, unknown>;

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads the fields of a body the way Discord does: numbers may come as strings, unknown fields are ignored, and every
 * fault is noted in `issues` under its path. A field that is absent (or faulty) reads as undefined.
 */
export class Reader {
  private found: Picture[] | undefined;

  constructor(
    private readonly body: Fields,
    readonly issues: Issues = new Issues(),
    readonly path: Path = [],
  ) {}

  /** Pictures found in the body: to be kept once it is accepted. */
  get pictures(): Picture[] {
    this.found ??= [];
    return this.found;
  }

  /** A reader of a request body; anything but an object is refused. */
  static of(body: unknown): Reader {
    if (body === undefined || body === null || body === '') return new Reader({});
    if (!isObject(body)) throw refuse(50035);
    return new Reader(body);
  }

  /** Readers of the objects of a body that is a list; anything but a list is refused. All note their faults in one place. */
  static listOf(body: unknown): { readers: Reader[]; issues: Issues } {
    if (!Array.isArray(body)) throw refuse(50035);
    const issues = new Issues();
    const readers = body.map((entry: unknown, i) => {
      if (isObject(entry)) return new Reader(entry, issues, [i]);
      issues.add([i], 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
      return new Reader({}, new Issues(), [i]);
    });
    return { readers, issues };
  }

  has(field: string): boolean {
    return this.body[field] !== undefined;
  }

  raw(field: string): unknown {
    return this.body[field];
  }

  /** Notes a fault in a field. */
  fault(field: string, code: string, message: string): undefined {
    this.issues.add([...this.path, field], code, message);
    return undefined;
  }

  string(field: string, rules: TextRules = {}): string | null | undefined {
    const value = this.present(field, rules);
    if (value === undefined || value === null) return value;
    const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
    if (typeof text !== 'string') {
      this.fault(field, 'STRING_TYPE_CONVERT', `Could not interpret "${JSON.stringify(value)}" as string.`);
      return undefined;
    }
    return this.withinLength(field, text, rules);
  }

  private withinLength(field: string, text: string, { min = 0, max }: TextRules): string | undefined {
    const length = codePoints(text);
    if (length >= min && (max === undefined || length <= max)) return text;
    if (min > 0 && max !== undefined) {
      this.fault(field, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
      return undefined;
    }
    if (max !== undefined && length > max) {
      this.fault(field, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
      return undefined;
    }
    this.fault(field, 'BASE_TYPE_MIN_LENGTH', `Must be ${min} or more in length.`);
    return undefined;
  }

  integer(field: string, rules: NumberRules = {}): number | null | undefined {
    const value = this.present(field, rules);
    if (value === undefined || value === null) return value;
    const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isInteger(number) || Math.abs(number) > MOST_INT64) {
      this.fault(field, 'NUMBER_TYPE_COERCE', `Value "${shown(value)}" is not int.`);
      return undefined;
    }
    return this.withinRange(field, number, rules);
  }

  private withinRange(field: string, number: number, { min, max, choices }: NumberRules): number | undefined {
    if (choices && !choices.includes(number)) {
      this.fault(field, 'BASE_TYPE_CHOICES', `Value must be one of {${choices.join(', ')}}.`);
      return undefined;
    }
    if (min !== undefined && number < min) {
      this.fault(field, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);
      return undefined;
    }
    if (max !== undefined && number > max) {
      this.fault(field, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
      return undefined;
    }
    return number;
  }

  boolean(field: string, rules: FieldRules = {}): boolean | null | undefined {
    const value = this.present(field, rules);
    if (value === undefined || value === null || typeof value === 'boolean') return value;
    // The fields of a form are texts.
    if (isText(value, TRUE)) return true;
    if (isText(value, FALSE)) return false;
    this.fault(field, 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');
    return undefined;
  }

  snowflake(field: string, rules: FieldRules = {}): string | null | undefined {
    const value = this.present(field, rules);
    if (value === undefined || value === null) return value;
    const id = toSnowflake(value);
    if (id !== null) return id;
    this.fault(field, 'NUMBER_TYPE_COERCE', `Value "${shown(value)}" is not snowflake.`);
    return undefined;
  }

  /** A time, given back in milliseconds since 1970. */
  time(field: string, rules: FieldRules = {}): number | null | undefined {
    const value = this.present(field, rules);
    if (value === undefined || value === null) return value;
    const millis = typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? parseTime(value) : NaN;
    if (!Number.isNaN(millis)) return millis;
    this.fault(field, 'DATE_TIME_TYPE_PARSE', `Could not parse ${shown(value)}. Should be ISO8601.`);
    return undefined;
  }

  /** Permission bits, as a decimal string. */
  bits(field: string, rules: FieldRules = {}): string | null | undefined {
    const value = this.present(field, rules);
    if (value === undefined || value === null) return value;
    const text = shown(value);
    if (/^\d{1,20}$/.test(text)) return text;
    this.fault(field, 'NUMBER_TYPE_COERCE', `Value "${text}" is not int.`);
    return undefined;
  }

  /** A nested object, as a reader of its own. */
  object(field: string, rules: FieldRules = {}): Reader | null | undefined {
    const value = this.present(field, rules);
    if (value === undefined || value === null) return value;
    if (isObject(value)) return new Reader(value, this.issues, [...this.path, field]);
    this.fault(field, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
    return undefined;
  }

  /** A list of objects, each as a reader. */
  objects(field: string, rules: TextRules = {}): Reader[] | undefined {
    const list = this.list(field, rules);
    return list?.map((value, position) => {
      const path = [...this.path, field, position];
      if (isObject(value)) return new Reader(value, this.issues, path);
      this.issues.add(path, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
      return new Reader({}, new Issues(), path);
    });
  }

  /** A list of ids. */
  snowflakes(field: string, rules: TextRules = {}): string[] | undefined {
    const list = this.list(field, rules);
    return list?.flatMap((value, position) => {
      const id = toSnowflake(value);
      if (id !== null) return [id];
      const path = [...this.path, field, position];
      this.issues.add(path, 'NUMBER_TYPE_COERCE', `Value "${shown(value)}" is not snowflake.`);
      return [];
    });
  }

  /** A list; null reads as absent. */
  list(field: string, rules: TextRules = {}): unknown[] | undefined {
    const value = this.present(field, { ...rules, nullable: !rules.required });
    if (value === undefined || value === null) return undefined;
    if (!Array.isArray(value)) {
      this.fault(field, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
      return undefined;
    }
    const { min = 0, max } = rules;
    if (value.length < min || (max !== undefined && value.length > max)) {
      const text =
        min > 0 ? `Must be between ${min} and ${max} in length.` : `Must be ${max} or fewer in length.`;
      this.fault(field, min > 0 ? 'BASE_TYPE_BAD_LENGTH' : 'BASE_TYPE_MAX_LENGTH', text);
      return undefined;
    }
    return value as unknown[];
  }

  private present(field: string, { required, nullable }: FieldRules): unknown {
    const value = this.body[field];
    if (value === null && nullable) return null;
    if (value !== undefined && value !== null) return value;
    if (required || value === null) this.fault(field, 'BASE_TYPE_REQUIRED', 'This field is required');
    return undefined;
  }
}

/** Half of a character that JavaScript counts twice. */
const SURROGATE = /[\ud800-\udfff]/;

/** The largest integer of 32 bits: what positions and the like can be. */
export const MOST_INT32 = 0x7fffffff;

/** No integer has more bits than 64. */
const MOST_INT64 = 2 ** 63;

/** How forms, and the libraries that make them, write yes and no. */
const TRUE = ['true', 'True', '1'];
const FALSE = ['false', 'False', '0'];

function isText(value: unknown, texts: readonly string[]): boolean {
  return typeof value === 'string' && texts.includes(value);
}

/** How long Discord takes a text to be. */
export function codePoints(text: string): number {
  return SURROGATE.test(text) ? Array.from(text).length : text.length;
}

/** A time without an offset is UTC to Discord. */
function parseTime(text: string): number {
  return Date.parse(/(Z|[+-]\d\d:?\d\d)$/i.test(text) || !text.includes('T') ? text : `${text}Z`);
}

/** A value as Discord quotes it. */
export function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
