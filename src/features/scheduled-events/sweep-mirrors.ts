import { Injectable } from '@nestjs/common';
import { DiscordEventsRepository } from './discord-events.repository.js';
import { EventEffects } from '../events/event-effects.js';
import { EnqueueMirrors } from './enqueue-mirrors.js';
import { MirrorEvent } from './mirror-event.js';
import { SweepGuilds } from './sweep-guilds.js';

const BATCH = 500;

/** Finds every event, server and mirror whose trigger was lost, and makes up for it (design.md §1). */
@Injectable()
export class SweepMirrors {
  constructor(
    private readonly guilds: SweepGuilds,
    private readonly effects: EventEffects,
    private readonly mirrors: DiscordEventsRepository,
    private readonly mirrorEvent: MirrorEvent,
    private readonly enqueue: EnqueueMirrors,
  ) {}

  async execute(): Promise<void> {
    await this.guilds.execute();
    for (const id of await this.effects.listDue(BATCH)) await this.mirrorEvent.execute(id);
    await this.enqueue.execute(await this.mirrors.listDue(new Date(), BATCH));
  }
}
