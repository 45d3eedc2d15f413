import { ParseUUIDPipe, type PipeTransform } from '@nestjs/common';
import { SNOWFLAKE } from '../../common/snowflake.js';
import { notFound } from '../../common/errors.js';

/**
 * For an id in a path: one that cannot exist is simply not there.
 *
 *     @Param('id', uuidOf('organization')) id: string
 */
export const uuidOf = (what: string): ParseUUIDPipe =>
  new ParseUUIDPipe({ exceptionFactory: () => notFound(what) });

/** As `uuidOf`, for an id of Discord. */
export const snowflakeOf = (what: string): PipeTransform<string, string> => ({
  transform: (value) => {
    if (!SNOWFLAKE.test(value)) throw notFound(what);
    return value;
  },
});
