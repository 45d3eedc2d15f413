import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AuditModule } from '../audit/audit.module.js';
import { EventsModule } from '../events/events.module.js';
import { GuildsModule } from '../guilds/guilds.module.js';
import { TEMPLATE_MODEL, templateSchema } from './template.schema.js';
import { TemplatesRepository } from './templates.repository.js';
import { TemplatesService } from './templates.service.js';

/** Templates of an organization's events. */
@Module({
  imports: [
    MongooseModule.forFeature([{ name: TEMPLATE_MODEL, schema: templateSchema }]),
    AuditModule,
    EventsModule,
    GuildsModule,
  ],
  providers: [TemplatesRepository, TemplatesService],
  exports: [TemplatesService],
})
export class TemplatesModule {}
