import { Module } from '@nestjs/common';
import { MirrorsModule } from '../../features/mirrors/mirrors.module.js';
import { DiscordEventsController } from './discord-events.controller.js';

@Module({ imports: [MirrorsModule], controllers: [DiscordEventsController] })
export class DiscordEventsApiModule {}
