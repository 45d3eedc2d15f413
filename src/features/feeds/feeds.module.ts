import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AuditModule } from '../audit/audit.module.js';
import { EventsModule } from '../events/events.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { FEED_MODEL, feedSchema } from './feeds.schema.js';
import { FeedsRepository } from './feeds.repository.js';
import { FeedsService } from './feeds.service.js';

/** Calendars by secret link. */
@Module({
  imports: [
    MongooseModule.forFeature([{ name: FEED_MODEL, schema: feedSchema }]),
    AuditModule,
    EventsModule,
    OrganizationsModule,
  ],
  providers: [FeedsRepository, FeedsService],
  exports: [FeedsService],
})
export class FeedsModule {}
