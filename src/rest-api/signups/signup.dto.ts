import { IsUUID } from 'class-validator';
import { Nullable, Text } from '../validation/decorators.js';

/** Body of `POST` and `PATCH` of a signup: in the latter, a field that is left out stays as it is. */
export class SignupDto {
  /** One of the event's roles; `null` for none. */
  @Nullable()
  @IsUUID()
  readonly role_id?: string | null;

  @Nullable()
  @Text(0, 500)
  readonly notes?: string | null;

  @Nullable()
  @Text(0, 100)
  readonly ship_model?: string | null;
}
