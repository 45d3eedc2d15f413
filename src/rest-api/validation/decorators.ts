import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsString,
  IsUrl,
  Length,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
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

/** No control characters but tabs and line breaks: no person types them, and terminals trip over them. */
const CLEAN = /^(?:[\t\n\r]|\P{Cc})*$/u;

/** A text for people of `min` to `max` characters, without the blanks around it. */
export const Text = (min: number, max: number): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    IsString(),
    Length(min, max),
    Matches(CLEAN, { message: '$property must not contain control characters' }),
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
