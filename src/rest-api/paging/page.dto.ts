import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { Optional } from '../validation/decorators.js';

/** The page of a list that is asked for. */
export class PageQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  @ApiProperty({ type: 'integer' })
  readonly limit: number = 50;

  /** `next_cursor` of the page before; leave it out for the first page. */
  @Optional()
  @IsString()
  @MaxLength(500)
  readonly cursor?: string;
}
