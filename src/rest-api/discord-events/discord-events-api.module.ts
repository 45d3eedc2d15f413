import { Module } from '@nestjs/common';
import { MirrorsModule } from '../../features/scheduled-events/mirrors.module.js';
import { DiscordEventsController } from './discord-events.controller.js';

@Module({ imports: [MirrorsModule], controllers: [DiscordEventsController] })
export class DiscordEventsApiModule {}
