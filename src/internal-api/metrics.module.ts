import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { HealthModule } from '../features/health/health.module.js';
import { MetricsController } from './metrics.controller.js';
import { ProbesController } from './probes.controller.js';

/** What every process serves: its figures and its probes. */
@Module({
  imports: [HealthModule, TerminusModule.forRoot({ logger: false })],
  controllers: [MetricsController, ProbesController],
})
export class MetricsModule {}
