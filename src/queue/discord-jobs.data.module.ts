import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { DiscordJobsRepository } from './discord-jobs.repository.js';
import { JOB_MODEL, jobSchema } from './discord-jobs.schema.js';

@Module({
  imports: [MongooseModule.forFeature([{ name: JOB_MODEL, schema: jobSchema }])],
  providers: [DiscordJobsRepository],
  exports: [DiscordJobsRepository],
})
export class DiscordJobsModule {}
