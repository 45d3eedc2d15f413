import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsString,
  IsUrl,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateIf,
} from 'class-validator';
import { isMoment } from '../../common/moment.js';
import { nameFault, textFault, tidy } from '../../common/names.js';
import { SNOWFLAKE } from '../../common/snowflake.js';
import { REMINDERS } from '../../features/events/rules/limits.js';

// Decorators for request bodies. What they check is also what /api/openapi.json says: the plugin of nest-cli.json reads
// types, comments and class-validator's own decorators, and ours say the rest by ApiProperty.

/** The field may be left out; when it is there it must be valid, and `null` is not. */
export const Optional = (): PropertyDecorator =>
  applyDecorators(
    ValidateIf((_object, value: unknown) => value !== undefined),
    ApiProperty({ required: false }),
  );

/** The field may be left out where another one is there. */
export const RequiredWithout = (other: string): PropertyDecorator =>
  applyDecorators(
    ValidateIf(
      (object: Record<string, unknown>, value: unknown) => value !== undefined || object[other] === undefined,
    ),
    ApiProperty({ required: false }),
  );

/** The field may be left out or be `null`. */
export const Nullable = (): PropertyDecorator =>
  applyDecorators(
    ValidateIf((_object, value: unknown) => value !== undefined && value !== null),
    ApiProperty({ required: false, nullable: true }),
  );

/** A yes or no in a query: `true` or `false`. */
export const Flag = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      value === 'true' ? true : value === 'false' ? false : value,
    ),
    IsBoolean(),
  );

/** One line for people of `min` to `max` characters, such as a title: what `common/names.ts` calls a name. */
export const Name = (min: number, max: number): PropertyDecorator =>
  applyDecorators(
    Tidied(),
    Faultless('isName', (value) => nameFault(value, { min, max })),
    ApiProperty({ minLength: min, maxLength: max }),
  );

/** A text for people of `min` to `max` characters, of several lines. */
export const Text = (min: number, max: number): PropertyDecorator =>
  applyDecorators(
    Tidied(),
    Faultless('isText', (value) => textFault(value, { min, max })),
    ApiProperty({ minLength: min, maxLength: max }),
  );

/** A moment, on the wire as ISO 8601 with a time and an offset, for example `2026-01-07T12:00:00.000Z`. */
export const Moment = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && isMoment(value) ? new Date(value) : value,
    ),
    ValidateBy({
      name: 'isMoment',
      validator: {
        validate: (value: unknown) => value instanceof Date,
        defaultMessage: () =>
          '$property must be a date and time that exists, with its offset from UTC, such as Z',
      },
    }),
    ApiProperty({ type: String, format: 'date-time' }),
  );

const Tidied = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? tidy(value) : value));

/** A string in which `faultOf` finds nothing; what it finds follows the name of the field. */
const Faultless = (name: string, faultOf: (value: string) => string | null): PropertyDecorator =>
  applyDecorators(
    IsString(),
    ValidateBy({
      name,
      validator: {
        // Anything else than a string is reported by IsString.
        validate: (value: unknown) => typeof value !== 'string' || faultOf(value) === null,
        defaultMessage: (validated) => `$property ${faultOf(String(validated?.value)) ?? ''}`,
      },
    }),
  );

/** A Discord id. */
export const Snowflake = (): PropertyDecorator =>
  applyDecorators(
    IsString(),
    Matches(SNOWFLAKE, { message: '$property must be a Discord id (17 to 20 digits)' }),
    ApiProperty({ pattern: SNOWFLAKE.source }),
  );

/** Discord ids, each once. */
export const Snowflakes = (max: number): PropertyDecorator =>
  applyDecorators(
    IsArray(),
    ArrayMaxSize(max),
    ArrayUnique(),
    IsString({ each: true }),
    Matches(SNOWFLAKE, {
      each: true,
      message: 'each value in $property must be a Discord id (17 to 20 digits)',
    }),
    ApiProperty({
      type: 'array',
      items: { type: 'string', pattern: SNOWFLAKE.source },
      maxItems: max,
      uniqueItems: true,
    }),
  );

/** Ids of ours, each once. */
export const UuidSet = (max: number): PropertyDecorator =>
  applyDecorators(
    IsArray(),
    ArrayMaxSize(max),
    ArrayUnique(),
    IsUUID(undefined, { each: true }),
    ApiProperty({
      type: 'array',
      items: { type: 'string', format: 'uuid' },
      maxItems: max,
      uniqueItems: true,
    }),
  );

/** An address on the web, of at most 500 characters. */
export const WebUrl = (): PropertyDecorator =>
  applyDecorators(
    IsUrl({ protocols: ['http', 'https'], require_protocol: true }),
    MaxLength(500),
    ApiProperty({ format: 'uri', maxLength: 500 }),
  );

/** A whole number within bounds. */
export const Whole = ({ min, max }: { readonly min: number; readonly max: number }): PropertyDecorator =>
  applyDecorators(IsInt(), Min(min), Max(max), ApiProperty({ type: 'integer', minimum: min, maximum: max }));

/** Times before a start in minutes, each once: at most ten, up to four weeks before. */
export const ReminderOffsets = (): PropertyDecorator =>
  applyDecorators(
    IsArray(),
    ArrayMaxSize(REMINDERS.max),
    ArrayUnique(),
    IsInt({ each: true }),
    Min(REMINDERS.minutes.min, { each: true }),
    Max(REMINDERS.minutes.max, { each: true }),
    ApiProperty({
      type: 'array',
      items: { type: 'integer', minimum: REMINDERS.minutes.min, maximum: REMINDERS.minutes.max },
      maxItems: REMINDERS.max,
      uniqueItems: true,
      example: [1440, 60],
    }),
  );

/** A part of a hundred, with at most two decimals. class-validator's own check of decimals fails on numbers such as 1e-7. */
export const Percent = (): PropertyDecorator =>
  applyDecorators(
    ValidateBy({
      name: 'isPercent',
      validator: {
        validate: (value: unknown) =>
          typeof value === 'number' && value >= 0 && value <= 100 && Number(value.toFixed(2)) === value,
        defaultMessage: () => '$property must be from 0 to 100, with at most two decimals',
      },
    }),
    ApiProperty({ type: 'number', minimum: 0, maximum: 100 }),
  );

/** One emoji of Unicode, or one of a Discord server: Discord refuses a menu with anything else. */
const EMOJI = new RegExp(
  '^(?:\\p{RGI_Emoji}|\\p{Extended_Pictographic}\\uFE0F?|<a?:\\w{2,32}:\\d{17,20}>)$',
  'v',
);

/** An emoji, as Discord takes it. */
export const Emoji = (): PropertyDecorator =>
  applyDecorators(
    IsString(),
    Matches(EMOJI, { message: '$property must be an emoji, such as 🚀 or <:name:123456789012345678>' }),
  );
