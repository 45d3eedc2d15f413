import { Module } from '@nestjs/common';
import { PlansModule } from '../../features/plans/plans.module.js';
import { PaymentsController } from './payments.controller.js';
import { PlansController } from './plans.controller.js';

@Module({ imports: [PlansModule], controllers: [PaymentsController, PlansController] })
export class PlansApiModule {}
