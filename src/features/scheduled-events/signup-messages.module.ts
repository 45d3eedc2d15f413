import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module.js';
import { GuildsRepositoryModule } from '../guilds/guilds.data.module.js';
import { FindShownEvent } from './find-shown-event.js';
import { ListUpcoming } from './list-upcoming.js';
import { ShowBoard } from './show-board.js';
import { ShowParticipants } from './show-participants.js';

const useCases = [FindShownEvent, ListUpcoming, ShowBoard, ShowParticipants];

/** What members read of an event on Discord. */
@Module({
  imports: [EventsModule, GuildsRepositoryModule],
  providers: useCases,
  exports: useCases,
})
export class SignupMessagesModule {}
