import { applyDecorators } from '@nestjs/common';
import { IsString, Matches, ValidateIf } from 'class-validator';
import { SNOWFLAKE } from '../common/snowflake.js';

// The internal API is a door of its own, so it shares no decorators with the public one.

/** The field may be left out or be `null`. */
export const Nullable = (): PropertyDecorator =>
  ValidateIf((_object, value: unknown) => value !== undefined && value !== null);

/** A Discord id. */
export const Snowflake = (): PropertyDecorator =>
  applyDecorators(
    IsString(),
    Matches(SNOWFLAKE, { message: '$property must be a Discord id (17 to 20 digits)' }),
  );
