import { Module } from '@nestjs/common';
import { EventsRepositoryModule } from '../events/events.data.module.js';
import { GuildsRepositoryModule } from '../guilds/guilds.data.module.js';
import { SignupsRepositoryModule } from '../events/signups.data.module.js';
import { FindShownEvent } from './find-shown-event.js';
import { ListOwnEvents } from './list-own-events.js';
import { ListUpcoming } from './list-upcoming.js';
import { ShowBoard } from './show-board.js';
import { ShowParticipants } from './show-participants.js';

const useCases = [FindShownEvent, ListOwnEvents, ListUpcoming, ShowBoard, ShowParticipants];

/** What members read of an event on Discord. */
@Module({
  imports: [EventsRepositoryModule, GuildsRepositoryModule, SignupsRepositoryModule],
  providers: useCases,
  exports: useCases,
})
export class SignupMessagesModule {}
