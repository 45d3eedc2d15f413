import { Module } from '@nestjs/common';
import { HealthModule } from '../features/health/health.module.js';
import { MetricsController } from './metrics.controller.js';

/** What every process serves on its private listener. */
@Module({ imports: [HealthModule], controllers: [MetricsController] })
export class MetricsModule {}
