import { Injectable } from '@nestjs/common';
import { MirrorFanOut } from '../../features/scheduled-events/mirror-fan-out.js';
import { TriggerHandler } from '../job-handler.js';

@Injectable()
export class MirrorEventHandler extends TriggerHandler<'mirror_event'> {
  readonly name = 'mirror_event';

  constructor(private readonly fanOut: MirrorFanOut) {
    super();
  }

  async handle({ event_id }: { readonly event_id: string }): Promise<void> {
    await this.fanOut.followEvent(event_id);
  }
}
