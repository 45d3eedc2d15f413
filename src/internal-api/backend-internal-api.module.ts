import { Module } from '@nestjs/common';
import { HealthModule } from '../features/health/health.module.js';
import { BackendHealthController } from './backend-health.controller.js';

/** The backend's internal endpoints. */
@Module({ imports: [HealthModule], controllers: [BackendHealthController] })
export class BackendInternalApiModule {}
