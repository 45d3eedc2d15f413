import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { QueueModule } from '../../queue/queue.module.js';
import { EventsRepositoryModule } from './events.data.module.js';
import { OrgMembersModule } from '../organizations/org-members.data.module.js';
import { OrganizationsRepositoryModule } from '../organizations/organizations.data.module.js';
import { ChangeEventState } from './change-event-state.js';
import { CreateEvent } from './create-event.js';
import { EditEvent } from './edit-event.js';
import { EventAccess } from './event-access.js';
import { ExportEvent } from './export-event.js';
import { ListEvents } from './list-events.js';
import { ReadEvent } from './read-event.js';

const useCases = [ChangeEventState, CreateEvent, EditEvent, ExportEvent, ListEvents, ReadEvent];

@Module({
  imports: [
    AccessModule,
    EventsRepositoryModule,
    OrgMembersModule,
    OrganizationsRepositoryModule,
    QueueModule,
  ],
  providers: [...useCases, EventAccess],
  exports: useCases,
})
export class EventsModule {}
