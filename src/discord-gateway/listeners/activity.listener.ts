import { Injectable, Logger } from '@nestjs/common';
import { GatewayIntentBits, type ClientEvents, type CommandInteraction } from 'discord.js';
import { Context, On } from 'necord';
import { BotEventsService } from '../../features/bot-events/bot-events.service.js';
import { InteractionsService } from '../../features/bot-events/interactions.service.js';
import type { CommandAnswered, CommandEvents, InteractionAcknowledged } from '../command-answered.js';
import { Reporter } from '../reporter.js';

/** Reports which commands are used and, where a server wants it, that messages are sent; never what they say. */
@Injectable()
export class ActivityListener {
  private readonly logger = new Logger('BotEvents');

  constructor(
    private readonly reporter: Reporter,
    private readonly events: BotEventsService,
    private readonly interactions: InteractionsService,
  ) {}

  @On<CommandEvents>('interactionAcknowledged')
  onAcknowledged(@Context() [{ kind, ack_ms }]: [InteractionAcknowledged]): void {
    this.interactions.count(kind, ack_ms);
  }

  @On<CommandEvents>('commandAnswered')
  onCommand(@Context() [{ interaction, success, execution_time_ms }]: [CommandAnswered]): void {
    const { id, guildId, channelId, user } = interaction;
    const metadata = {
      command: nameOf(interaction),
      success,
      execution_time_ms,
      channel_id: channelId,
      ...(guildId !== null && { guild_id: guildId }),
      timestamp: new Date().toISOString(),
    };
    this.reporter.report({ event_type: 'command_used', discord_id: user.id, metadata }, id);
  }

  @On('messageCreate')
  async onMessage(@Context() [message]: ClientEvents['messageCreate']): Promise<void> {
    const { guildId, author, system, webhookId } = message;
    if (guildId === null || author.bot || system || webhookId !== null) return;
    // Without it Discord hides what is in a message, its length included.
    if (!message.client.options.intents.has(GatewayIntentBits.MessageContent)) return;
    try {
      if (!(await this.events.tracksMessages(guildId))) return;
    } catch (error) {
      this.logger.warn({ err: error }, 'Could not tell whether a server wants its messages counted');
      return;
    }
    const metadata = {
      guild_id: guildId,
      channel_id: message.channelId,
      message_length: message.content.length,
      has_attachments: message.attachments.size > 0,
    };
    this.reporter.report({ event_type: 'message_sent', discord_id: author.id, metadata }, message.id);
  }
}

/** The whole command, such as `/event show`; one of a menu is named as it stands there. */
function nameOf(interaction: CommandInteraction): string {
  if (!interaction.isChatInputCommand()) return interaction.commandName;
  const { commandName, options } = interaction;
  const parts = [commandName, options.getSubcommandGroup(false), options.getSubcommand(false)];
  return `/${parts.filter((part) => part !== null).join(' ')}`;
}
