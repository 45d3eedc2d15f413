/** Answer to a webhook that was taken in. */
export class ReceivedView {
  readonly received: boolean;
}
