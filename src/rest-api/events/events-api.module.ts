import { Module } from '@nestjs/common';
import { AccountsModule } from '../../features/users/accounts.module.js';
import { EventsModule } from '../../features/events/events.module.js';
import { EventCalendarController } from './event-calendar.controller.js';
import { EventChangesController } from './event-changes.controller.js';
import { EventsController } from './events.controller.js';

@Module({
  imports: [AccountsModule, EventsModule],
  controllers: [EventsController, EventChangesController, EventCalendarController],
})
export class EventsApiModule {}
