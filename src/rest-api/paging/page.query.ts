import { Type } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { Optional } from '../validation/decorators.js';

/** The page of a list that is asked for. */
export class PageQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  @JSONSchema({ default: 50 })
  readonly limit: number = 50;

  @Optional()
  @IsString()
  @MaxLength(500)
  @JSONSchema({ description: '`next_cursor` of the page before; leave it out for the first page.' })
  readonly cursor?: string;
}
