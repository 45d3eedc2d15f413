import { IsBoolean } from 'class-validator';

/** Answer to a webhook that was taken in. */
export class ReceivedView {
  @IsBoolean() readonly received: boolean;
}
