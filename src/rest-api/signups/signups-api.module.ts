import { Module } from '@nestjs/common';
import { SignupsModule } from '../../features/events/signups.module.js';
import { CheckInController } from './check-in.controller.js';
import { SignupsController } from './signups.controller.js';

@Module({ imports: [SignupsModule], controllers: [SignupsController, CheckInController] })
export class SignupsApiModule {}
