import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { GuildsRepository } from './guilds.repository.js';
import { GUILD_MODEL, guildSchema } from './guilds.schema.js';

@Module({
  imports: [MongooseModule.forFeature([{ name: GUILD_MODEL, schema: guildSchema }])],
  providers: [GuildsRepository],
  exports: [GuildsRepository],
})
export class GuildsRepositoryModule {}
