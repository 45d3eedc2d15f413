import { Nullable, Text } from '../validation/decorators.js';

/** Body of `POST /events/{id}/cancel`; it may be left out. */
export class CancelEventDto {
  /** Why, in words that members read. */
  @Nullable()
  @Text(0, 500)
  readonly reason?: string | null;
}
