import { Injectable } from '@nestjs/common';

/** Whether the bot's connection to Discord works. The gateway door writes it, health reads it. */
@Injectable()
export class GatewayState {
  private isReady = false;

  /** True once Discord's gateway is ready and as long as the connection lasts. */
  get ready(): boolean {
    return this.isReady;
  }

  set ready(ready: boolean) {
    this.isReady = ready;
  }
}
