import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { HealthStatesRepository } from './health-states.repository.js';
import { HEALTH_STATE_MODEL, healthStateSchema } from './health-states.schema.js';
import { HealthRepository } from './health.repository.js';

@Module({
  imports: [MongooseModule.forFeature([{ name: HEALTH_STATE_MODEL, schema: healthStateSchema }])],
  providers: [HealthRepository, HealthStatesRepository],
  exports: [HealthRepository, HealthStatesRepository],
})
export class HealthRepositoryModule {}
