import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { DiscordApiModule } from '../../discord-api/discord-api.module.js';
import { QueueModule } from '../../queue/queue.module.js';
import { DiscordEventsModule } from './discord-events.data.module.js';
import { EventsModule } from '../events/events.module.js';
import { GuildsRepositoryModule } from '../guilds/guilds.data.module.js';
import { InteractiveMessagesModule } from './interactive-messages.data.module.js';
import { ServerChecksModule } from '../guilds/server-checks.module.js';
import { EnqueueMirrors } from './enqueue-mirrors.js';
import { ListMirrors } from './list-mirrors.js';
import { MirrorEvent } from './mirror-event.js';
import { MirrorGuild } from './mirror-guild.js';
import { ReconcileMirror } from './reconcile-mirror.js';
import { ReconcileSteps } from './reconcile-steps.js';
import { RequestMirrors } from './request-mirrors.js';
import { RequestSignupMessage } from './request-signup-message.js';
import { StaffedEvent } from './staffed-event.js';
import { SweepGuilds } from './sweep-guilds.js';
import { SweepMirrors } from './sweep-mirrors.js';
import { SyncScheduledEvent } from './sync-scheduled-event.js';
import { SyncSignupMessage } from './sync-signup-message.js';

/** Keeps every server's scheduled event and signup message in step with the truth. */
@Module({
  imports: [
    AccessModule,
    QueueModule,
    DiscordApiModule,
    DiscordEventsModule,
    InteractiveMessagesModule,
    EventsModule,
    GuildsRepositoryModule,
    ServerChecksModule,
  ],
  providers: [
    EnqueueMirrors,
    ListMirrors,
    MirrorEvent,
    MirrorGuild,
    ReconcileMirror,
    ReconcileSteps,
    RequestMirrors,
    RequestSignupMessage,
    StaffedEvent,
    SweepGuilds,
    SweepMirrors,
    SyncScheduledEvent,
    SyncSignupMessage,
  ],
  exports: [
    ListMirrors,
    MirrorEvent,
    MirrorGuild,
    ReconcileMirror,
    RequestMirrors,
    RequestSignupMessage,
    SweepMirrors,
  ],
})
export class MirrorsModule {}
