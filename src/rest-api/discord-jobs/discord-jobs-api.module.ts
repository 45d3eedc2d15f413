import { Module } from '@nestjs/common';
import { JobRowsModule } from '../../queue/job-rows.module.js';
import { DiscordJobsController } from './discord-jobs.controller.js';

@Module({ imports: [JobRowsModule], controllers: [DiscordJobsController] })
export class DiscordJobsApiModule {}
