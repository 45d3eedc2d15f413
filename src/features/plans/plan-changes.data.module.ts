import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { PlanChangesRepository } from './plan-changes.repository.js';
import { PLAN_CHANGE_MODEL, planChangeSchema } from './plan-changes.schema.js';

@Module({
  imports: [MongooseModule.forFeature([{ name: PLAN_CHANGE_MODEL, schema: planChangeSchema }])],
  providers: [PlanChangesRepository],
  exports: [PlanChangesRepository],
})
export class PlanChangesRepositoryModule {}
