import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { QueueModule } from '../../queue/queue.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { EventsModule } from '../events/events.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { SeriesClock } from './series-clock.js';
import { SERIES_MODEL, seriesSchema } from './series.schema.js';
import { SeriesRepository } from './series.repository.js';
import { SeriesService } from './series.service.js';

/** Events that come again and again. */
@Module({
  imports: [
    MongooseModule.forFeature([{ name: SERIES_MODEL, schema: seriesSchema }]),
    AuditModule,
    EventsModule,
    QueueModule,
    TemplatesModule,
  ],
  providers: [SeriesClock, SeriesRepository, SeriesService],
  exports: [SeriesService],
})
export class SeriesModule {}
