import { Injectable } from '@nestjs/common';
import { MirrorEvent } from '../../features/scheduled-events/mirror-event.js';
import { TriggerHandler } from '../job-handler.js';

@Injectable()
export class MirrorEventHandler extends TriggerHandler<'mirror_event'> {
  readonly name = 'mirror_event';

  constructor(private readonly mirrorEvent: MirrorEvent) {
    super();
  }

  async handle({ event_id }: { readonly event_id: string }): Promise<void> {
    await this.mirrorEvent.execute(event_id);
  }
}
