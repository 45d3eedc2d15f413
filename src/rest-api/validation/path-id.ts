import type { PipeTransform } from '@nestjs/common';
import { SNOWFLAKE } from '../../common/snowflake.js';
import { notFound } from '../../common/errors.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * For an id in a path: one that cannot exist is simply not there.
 *
 *     @Param('id', uuidOf('organization')) id: string
 */
export const uuidOf = (what: string): PipeTransform<string, string> => pathId(what, UUID);

/** As `uuidOf`, for an id of Discord. */
export const snowflakeOf = (what: string): PipeTransform<string, string> => pathId(what, SNOWFLAKE);

function pathId(what: string, form: RegExp): PipeTransform<string, string> {
  return {
    transform: (value) => {
      if (!form.test(value)) throw notFound(what);
      return value;
    },
  };
}
