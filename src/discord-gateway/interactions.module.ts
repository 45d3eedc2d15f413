import { Module } from '@nestjs/common';
import { NecordModule } from 'necord';
import { Config } from '../config/config.js';
import { AttendanceModule } from '../features/attendance/attendance.module.js';
import { UsersModule } from '../features/users/users.module.js';
import { BotEventsModule } from '../features/bot-events/bot-events.module.js';
import { PrivacyModule } from '../features/privacy/privacy.module.js';
import { SessionsModule } from '../features/sessions/sessions.module.js';
import { PayoutsModule } from '../features/payouts/payouts.module.js';
import { PlansModule } from '../features/plans/plans.module.js';
import { RoleMappingsModule } from '../features/role-mappings/role-mappings.module.js';
import { RoleMenusModule } from '../features/role-menus/role-menus.module.js';
import { ScheduledEventsModule } from '../features/scheduled-events/scheduled-events.module.js';
import { SeriesModule } from '../features/series/series.module.js';
import { TemplatesModule } from '../features/templates/templates.module.js';
import { OrganizationsModule } from '../features/organizations/organizations.module.js';
import { GuildsModule } from '../features/guilds/guilds.module.js';
import { EventNoticesModule } from '../features/event-notices/event-notices.module.js';
import { EventsModule } from '../features/events/events.module.js';
import { FeedsModule } from '../features/feeds/feeds.module.js';
import { AdoptAutocomplete } from './commands/adopt.autocomplete.js';
import { EventAttendanceCommand, MyAttendanceCommand } from './commands/attendance.commands.js';
import { EventAutocomplete } from './commands/event.autocomplete.js';
import { EventCommands } from './commands/event.commands.js';
import { DataCommands } from './commands/data.commands.js';
import { HelpCommand } from './commands/help.command.js';
import { LinkCommand } from './commands/link.command.js';
import { MyCommands } from './commands/my.commands.js';
import { OrganizationCommands } from './commands/organization.commands.js';
import { ShipAutocomplete, TimezoneAutocomplete } from './commands/my.options.js';
import { PremiumCommand } from './commands/premium.command.js';
import { AdoptionComponents } from './components/adoption.components.js';
import { OutdatedListener } from './components/outdated.listener.js';
import { RoleMenuComponents } from './components/role-menu.components.js';
import { ShipComponents } from './components/ship.components.js';
import { SignupComponents } from './components/signup.components.js';
import { ActivityListener } from './listeners/activity.listener.js';
import { HttpAnswers } from './http-interactions.js';
import { ContextMenus } from './manage/context-menus.js';
import { ManageComponents } from './manage/manage.components.js';
import { Members } from './members.js';
import { DraftComponents } from './organizer/draft.components.js';
import { NoticesCommands } from './notices/notices.commands.js';
import { OrganizerAutocomplete } from './organizer/organizer.autocomplete.js';
import { OrganizerCommands } from './organizer/organizer.commands.js';
import { Organizers } from './organizer/organizers.js';
import { MyPayouts } from './payouts/my-payouts.js';
import { CompletedEventAutocomplete, PayoutCommands } from './payouts/payout.commands.js';
import { Reporter } from './reporter.js';
import { SeriesAutocomplete, SeriesChoices } from './series/series.autocomplete.js';
import { SeriesCommands } from './series/series.commands.js';
import { SetupCommands } from './setup/setup.commands.js';
import { clientOptions } from './shards/client-options.js';

/** Necord, whose client only listens: `Shards` makes the connections, and lets it hear what comes by them. */
class GatewayModule extends NecordModule {
  override onApplicationBootstrap(): Promise<string> {
    return Promise.resolve('');
  }
}

/** What the client of discord.js sends is looked through for answers to interactions that came by HTTP. */
@Module({ providers: [HttpAnswers], exports: [HttpAnswers] })
class HttpAnswersModule {}

/** Buttons, menus, forms and slash commands, whichever way they come. */
@Module({
  imports: [
    GatewayModule.forRootAsync({
      imports: [HttpAnswersModule],
      inject: [Config, HttpAnswers],
      useFactory: (config: Config, answers: HttpAnswers) => ({
        token: config.discordBotToken,
        // CommandsListener does it, by difference.
        skipRegistration: true,
        ...clientOptions(config),
        rest: { api: config.discordApiUrl, makeRequest: answers.send },
      }),
    }),
    HttpAnswersModule,
    AttendanceModule,
    UsersModule,
    BotEventsModule,
    GuildsModule,
    OrganizationsModule,
    EventNoticesModule,
    EventsModule,
    PayoutsModule,
    FeedsModule,
    PlansModule,
    PrivacyModule,
    SessionsModule,
    RoleMappingsModule,
    RoleMenusModule,
    ScheduledEventsModule,
    SeriesModule,
    TemplatesModule,
  ],
  providers: [
    AdoptAutocomplete,
    AdoptionComponents,
    ActivityListener,
    CompletedEventAutocomplete,
    ContextMenus,
    DataCommands,
    DraftComponents,
    EventAttendanceCommand,
    EventAutocomplete,
    EventCommands,
    HelpCommand,
    LinkCommand,
    ManageComponents,
    Members,
    MyAttendanceCommand,
    MyCommands,
    MyPayouts,
    PayoutCommands,
    NoticesCommands,
    PremiumCommand,
    OrganizationCommands,
    OrganizerAutocomplete,
    OrganizerCommands,
    Organizers,
    OutdatedListener,
    Reporter,
    RoleMenuComponents,
    SeriesAutocomplete,
    SeriesChoices,
    SeriesCommands,
    SetupCommands,
    ShipAutocomplete,
    ShipComponents,
    SignupComponents,
    TimezoneAutocomplete,
  ],
  exports: [HttpAnswersModule, Reporter],
})
export class InteractionsModule {}
