import { Module } from '@nestjs/common';
import { HealthModule } from '../../features/health/health.module.js';
import { HealthController } from './health.controller.js';

@Module({ imports: [HealthModule], controllers: [HealthController] })
export class HealthApiModule {}
