import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { QueueModule } from '../../queue/queue.module.js';
import { EventsRepositoryModule } from './events.data.module.js';
import { OrgMembersModule } from '../organizations/org-members.data.module.js';
import { SignupsRepositoryModule } from './signups.data.module.js';
import { UsersModule } from '../users/users.data.module.js';
import { CarryOut } from './carry-out.js';
import { CheckIn } from './check-in.js';
import { DecideMove } from './decide-move.js';
import { ListSignups } from './list-signups.js';
import { OwnSignup } from './own-signup.js';
import { PromoteWaitlist } from './promote-waitlist.js';
import { RecoverMove } from './recover-move.js';
import { RecoverSignups } from './recover-signups.js';
import { SettleDecisions } from './settle-decisions.js';
import { SignUp } from './sign-up.js';
import { UpdateSignup } from './update-signup.js';
import { VisibleEvent } from './visible-event.js';
import { Withdraw } from './withdraw.js';

const useCases = [CheckIn, ListSignups, PromoteWaitlist, RecoverSignups, SignUp, UpdateSignup, Withdraw];

@Module({
  imports: [
    AccessModule,
    EventsRepositoryModule,
    OrgMembersModule,
    QueueModule,
    SignupsRepositoryModule,
    UsersModule,
  ],
  providers: [...useCases, CarryOut, DecideMove, OwnSignup, RecoverMove, SettleDecisions, VisibleEvent],
  exports: useCases,
})
export class SignupsModule {}
