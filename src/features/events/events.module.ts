import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { Vault } from '../../infra/vault.js';
import { QueueModule } from '../../queue/queue.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { GuildsModule } from '../guilds/guilds.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { UsersModule } from '../users/users.module.js';
import { WebhooksModule } from '../webhooks/webhooks.module.js';
import { EventAccess } from './event-access.js';
import { EventCalendar } from './event-calendar.js';
import { EventClock } from './event-clock.js';
import { EventEffects } from './event-effects.js';
import { EventHistory } from './event-history.js';
import { EVENT_MODEL, eventSchema } from './event.schema.js';
import { EventTriggers } from './event-triggers.js';
import { EventWriter } from './event-writer.js';
import { EventsRepository } from './events.repository.js';
import { EventsService } from './events.service.js';
import { OccurrencesService } from './occurrences.service.js';
import { RosterRepository } from './roster.repository.js';
import { RosterExport } from './roster-export.js';
import { SeatRelease } from './seat-release.js';
import { SignupErasure } from './signup-erasure.js';
import { SignupsService } from './signups.service.js';
import { StaffSignups } from './staff-signups.service.js';
import { UndoService } from './undo.service.js';
import { UndoableActsRepository } from './undoable-acts.repository.js';
import { UNDOABLE_ACT_MODEL, undoableActSchema } from './undoable-acts.schema.js';

/** Events and everybody's answers to them. */
@Module({
  imports: [
    MongooseModule.forFeature([
      { name: EVENT_MODEL, schema: eventSchema },
      { name: UNDOABLE_ACT_MODEL, schema: undoableActSchema },
    ]),
    AuditModule,
    GuildsModule,
    OrganizationsModule,
    QueueModule,
    UsersModule,
    WebhooksModule,
  ],
  providers: [
    EventAccess,
    EventCalendar,
    EventClock,
    EventEffects,
    EventHistory,
    EventTriggers,
    EventWriter,
    EventsRepository,
    EventsService,
    OccurrencesService,
    RosterExport,
    RosterRepository,
    SeatRelease,
    SignupErasure,
    SignupsService,
    StaffSignups,
    UndoService,
    UndoableActsRepository,
    Vault,
  ],
  exports: [
    EventAccess,
    EventCalendar,
    EventClock,
    EventEffects,
    EventHistory,
    EventsRepository,
    EventsService,
    OccurrencesService,
    RosterRepository,
    SeatRelease,
    SignupErasure,
    RosterExport,
    SignupsService,
    StaffSignups,
    UndoService,
  ],
})
export class EventsModule {}
