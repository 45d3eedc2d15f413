import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsString,
  IsUrl,
  Matches,
  MaxLength,
  ValidateBy,
  ValidateIf,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { isMoment } from '../../common/moment.js';
import { nameFault, textFault, tidy } from '../../common/names.js';
import { SNOWFLAKE } from '../../common/snowflake.js';

// Decorators for request bodies. What they check is also what /api/openapi.json says (rest-api/openapi).

/** The field may be left out; when it is there it must be valid, and `null` is not. */
export const Optional = (): PropertyDecorator => ValidateIf((_object, value: unknown) => value !== undefined);

/** The field may be left out or be `null`. */
export const Nullable = (): PropertyDecorator =>
  applyDecorators(
    ValidateIf((_object, value: unknown) => value !== undefined && value !== null),
    JSONSchema({ nullable: true }),
  );

/** One line for people of `min` to `max` characters, such as a title: what `common/names.ts` calls a name. */
export const Name = (min: number, max: number): PropertyDecorator =>
  applyDecorators(
    Tidied(),
    Faultless('isName', (value) => nameFault(value, { min, max })),
    JSONSchema({ minLength: min, maxLength: max }),
  );

/** A text for people of `min` to `max` characters, of several lines. */
export const Text = (min: number, max: number): PropertyDecorator =>
  applyDecorators(
    Tidied(),
    Faultless('isText', (value) => textFault(value, { min, max })),
    JSONSchema({ minLength: min, maxLength: max }),
  );

/** A moment, as ISO 8601 with a time and an offset, for example `2026-01-07T12:00:00.000Z`. */
export const Moment = (): PropertyDecorator =>
  Faultless('isMoment', (value) =>
    isMoment(value) ? null : 'must be a date and time that exists, with its offset from UTC, such as Z',
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
  );

/** An address on the web, of at most 500 characters. */
export const WebUrl = (): PropertyDecorator =>
  applyDecorators(
    IsUrl({ protocols: ['http', 'https'], require_protocol: true }),
    MaxLength(500),
    JSONSchema({ format: 'uri' }),
  );
