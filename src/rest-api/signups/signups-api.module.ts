import { Module } from '@nestjs/common';
import { EventsModule } from '../../features/events/events.module.js';
import { CheckInController } from './check-in.controller.js';
import { SignupsController } from './signups.controller.js';

@Module({ imports: [EventsModule], controllers: [SignupsController, CheckInController] })
export class SignupsApiModule {}
