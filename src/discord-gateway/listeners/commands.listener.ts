import { Injectable, Logger } from '@nestjs/common';
import {
  InteractionContextType,
  Routes,
  type ApplicationCommandDataResolvable,
  type Client,
  type ClientEvents,
} from 'discord.js';
import { CommandsService, Context, On } from 'necord';
import { Config } from '../../config/config.js';
import { isRegistered } from '../commands/command-data.js';

/** A command as necord collects it. */
type CommandData = Exclude<ApplicationCommandDataResolvable, { toJSON(): unknown }> & {
  readonly contexts?: readonly InteractionContextType[];
};

/**
 * Tells Discord which commands there are, when it has others: everywhere in production. In development servers have their own,
 * which show at once, and only those of direct messages are everywhere.
 */
@Injectable()
export class CommandsListener {
  private readonly logger = new Logger('Commands');
  private isDone = false;

  constructor(
    private readonly commands: CommandsService,
    private readonly config: Config,
  ) {}

  /** A shard has connected; when an earlier one failed to register, it is tried again. */
  @On('clientReady')
  async onReady(@Context() [client]: ClientEvents['clientReady']): Promise<void> {
    const all = this.wanted();
    const isLocal = this.config.mode === 'development';
    if (!this.isDone) this.isDone = await this.attempt(client, isLocal ? all.filter(isForMessages) : all);
    if (!isLocal) return;
    for (const guildId of client.guilds.cache.keys()) await this.onServer(client, guildId);
  }

  @On('guildCreate')
  async onGuild(@Context() [guild]: ClientEvents['guildCreate']): Promise<void> {
    if (this.config.mode === 'development') await this.onServer(guild.client, guild.id);
  }

  private async onServer(client: Client<true>, guildId: string): Promise<void> {
    // A server's own commands have no place but that server.
    const own = this.wanted().filter((command) => !isForMessages(command));
    await this.attempt(
      client,
      own.map(({ contexts: _contexts, ...command }) => command as CommandData),
      guildId,
    );
  }

  private wanted(): CommandData[] {
    return this.commands.getCommands().flatMap((command) => command.toJSON() as CommandData);
  }

  /** @returns whether Discord has them now */
  private async attempt(client: Client<true>, wanted: CommandData[], guildId?: string): Promise<boolean> {
    const { application, rest } = client;
    const route =
      guildId === undefined
        ? Routes.applicationCommands(application.id)
        : Routes.applicationGuildCommands(application.id, guildId);
    try {
      const query = new URLSearchParams({ with_localizations: 'true' });
      const there = (await rest.get(route, { query })) as object[];
      if (isRegistered(wanted, there)) return true;
      if (guildId === undefined) await application.commands.set(wanted);
      else await application.commands.set(wanted, guildId);
      this.logger.log(`Registered ${wanted.length} commands ${guildId === undefined ? '' : `on ${guildId}`}`);
      return true;
    } catch (error) {
      this.logger.warn({ err: error }, 'Commands are not registered; the next connection tries again');
      return false;
    }
  }
}

function isForMessages({ contexts = [] }: CommandData): boolean {
  return contexts.includes(InteractionContextType.BotDM);
}
