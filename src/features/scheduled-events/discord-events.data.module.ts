import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { DiscordEventsRepository } from './discord-events.repository.js';
import { MIRROR_MODEL, mirrorSchema } from './discord-events.schema.js';

@Module({
  imports: [MongooseModule.forFeature([{ name: MIRROR_MODEL, schema: mirrorSchema }])],
  providers: [DiscordEventsRepository],
  exports: [DiscordEventsRepository],
})
export class DiscordEventsModule {}
