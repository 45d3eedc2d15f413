import { Module } from '@nestjs/common';
import { GatewayIntentBits } from 'discord.js';

import { Config } from '../config/config.js';
import { AccountsModule } from '../features/accounts/accounts.module.js';
import { HealthModule } from '../features/health/health.module.js';
import { SignupMessagesModule } from '../features/signup-messages/signup-messages.module.js';
import { SignupsModule } from '../features/signups/signups.module.js';
import { EventAutocomplete } from './commands/event.autocomplete.js';
import { EventCommands } from './commands/event.commands.js';
import { MyCommands } from './commands/my.commands.js';
import { ChooseRole } from './components/choose-role.js';
import { OutdatedListener } from './components/outdated.listener.js';
import { SignupComponents } from './components/signup.components.js';
import { ConnectionListener } from './listeners/connection.listener.js';
import { GatewayModule } from './gateway.module.js';
import { Members } from './members.js';

/** The bot: Discord's gateway, with buttons, menus and slash commands. */
@Module({
  imports: [
    GatewayModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        token: config.discordBotToken,
        intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildScheduledEvents],
        rest: { api: config.discordApiUrl },
      }),
    }),
    AccountsModule,
    HealthModule,
    SignupsModule,
    SignupMessagesModule,
  ],
  providers: [
    ChooseRole,
    ConnectionListener,
    EventAutocomplete,
    EventCommands,
    Members,
    MyCommands,
    OutdatedListener,
    SignupComponents,
  ],
})
export class DiscordGatewayModule {}
