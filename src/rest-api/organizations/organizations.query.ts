import { Transform } from 'class-transformer';
import { IsBoolean } from 'class-validator';
import { PageQuery } from '../paging/page.query.js';
import { Optional } from '../validation/decorators.js';

/** Query of `GET /organizations`. */
export class OrganizationsQuery extends PageQuery {
  /** Only one's own, unlisted ones included. */
  @Optional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  readonly mine?: boolean;
}
