import { ApiProperty } from '@nestjs/swagger';
import { SNOWFLAKE } from '../../common/snowflake.js';

// What a type alone does not say about a field of an answer. The rest of the description is read from its type and comment.

/** One of our ids. */
export const Uuid = (): PropertyDecorator => ApiProperty({ format: 'uuid' });

/** Ids of ours. */
export const Uuids = (): PropertyDecorator =>
  ApiProperty({ type: 'array', items: { type: 'string', format: 'uuid' } });

/** An id of Discord. */
export const DiscordId = (): PropertyDecorator => ApiProperty({ pattern: SNOWFLAKE.source });

/** Ids of Discord. */
export const DiscordIds = (): PropertyDecorator =>
  ApiProperty({ type: 'array', items: { type: 'string', pattern: SNOWFLAKE.source } });

/** Whole numbers. */
export const Integers = (): PropertyDecorator => ApiProperty({ type: 'array', items: { type: 'integer' } });

/** A whole number. */
export const Integer = (): PropertyDecorator => ApiProperty({ type: 'integer' });
