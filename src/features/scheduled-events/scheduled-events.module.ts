import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { DiscordApiModule } from '../../discord-api/discord-api.module.js';
import { QueueModule } from '../../queue/queue.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { EventsModule } from '../events/events.module.js';
import { GuildsModule } from '../guilds/guilds.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { UsersModule } from '../users/users.module.js';
import { AdoptionOffersRepository } from './adoption-offers.repository.js';
import { ADOPTION_OFFER_MODEL, adoptionOfferSchema } from './adoption-offers.schema.js';
import { AdoptedMirrorsRepository } from './adopted-mirrors.repository.js';
import { AdoptionOffers, AdoptionService } from './adoption.service.js';
import { AttendeesService } from './attendees.service.js';
import { DiscordChangesService } from './discord-changes.service.js';
import { DiscordEventsRepository } from './discord-events.repository.js';
import { MIRROR_MODEL, mirrorSchema } from './discord-events.schema.js';
import { InteractiveMessagesRepository } from './interactive-messages.repository.js';
import { INTERACTIVE_MESSAGE_MODEL, interactiveMessageSchema } from './interactive-messages.schema.js';
import { MirrorClaimsRepository } from './mirror-claims.repository.js';
import { MirrorComparisons } from './mirror-comparison.service.js';
import { MirrorFanOut } from './mirror-fan-out.js';
import { MirrorJobs } from './mirror-jobs.js';
import { MirrorHistory } from './mirror-history.js';
import { MirrorReader } from './mirror-reader.js';
import { MirrorTroubles } from './mirror-troubles.js';
import { Presses } from './presses.js';
import { MentionNames } from './mention-names.js';
import { PreviewsService } from './previews.service.js';
import { ReadBack } from './read-back.js';
import { Reconciler } from './reconcile.js';
import { Resync } from './resync.js';
import { ScheduledEventsService } from './scheduled-events.service.js';
import { SignupMessagesService } from './signup-messages.service.js';
import { SyncScheduledEvent } from './sync-scheduled-event.js';
import { SyncSignupMessage } from './sync-signup-message.js';

/** Keeps every server's scheduled event and signup message in step with the truth. */
@Module({
  imports: [
    MongooseModule.forFeature([
      { name: MIRROR_MODEL, schema: mirrorSchema },
      { name: INTERACTIVE_MESSAGE_MODEL, schema: interactiveMessageSchema },
      { name: ADOPTION_OFFER_MODEL, schema: adoptionOfferSchema },
    ]),
    AuditModule,
    QueueModule,
    DiscordApiModule,
    EventsModule,
    GuildsModule,
    OrganizationsModule,
    UsersModule,
  ],
  providers: [
    AdoptedMirrorsRepository,
    AdoptionOffers,
    AdoptionOffersRepository,
    AdoptionService,
    AttendeesService,
    DiscordChangesService,
    DiscordEventsRepository,
    InteractiveMessagesRepository,
    MirrorClaimsRepository,
    MirrorComparisons,
    MirrorFanOut,
    MirrorJobs,
    MirrorHistory,
    MirrorReader,
    MirrorTroubles,
    Presses,
    MentionNames,
    PreviewsService,
    ReadBack,
    Reconciler,
    Resync,
    ScheduledEventsService,
    SignupMessagesService,
    SyncScheduledEvent,
    SyncSignupMessage,
  ],
  exports: [
    AdoptionOffers,
    AdoptionService,
    AttendeesService,
    DiscordChangesService,
    MirrorComparisons,
    MirrorFanOut,
    PreviewsService,
    ReadBack,
    Reconciler,
    Resync,
    ScheduledEventsService,
    SignupMessagesService,
  ],
})
export class ScheduledEventsModule {}
