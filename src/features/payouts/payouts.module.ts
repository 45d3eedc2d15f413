import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AttendanceModule } from '../attendance/attendance.module.js';
import { EventsModule } from '../events/events.module.js';
import { UsersModule } from '../users/users.module.js';
import { PayoutsRepository } from './payouts.repository.js';
import { PAYOUT_MODEL, payoutSchema } from './payouts.schema.js';
import { PayoutsService } from './payouts.service.js';

/** What hauls of events are shared into. */
@Module({
  imports: [
    AttendanceModule,
    EventsModule,
    UsersModule,
    MongooseModule.forFeature([{ name: PAYOUT_MODEL, schema: payoutSchema }]),
  ],
  providers: [PayoutsRepository, PayoutsService],
  exports: [PayoutsService],
})
export class PayoutsModule {}
