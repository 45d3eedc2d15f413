import { once } from 'node:events';
import {
  Command,
  container,
  Events,
  InteractionHandler,
  InteractionHandlerTypes,
  LogLevel,
  SapphireClient,
} from '@sapphire/framework';
import { MessageFlags, type ButtonInteraction, type ChatInputCommandInteraction } from 'discord.js';
import { JOIN, PING, type Connect } from '../journey.js';
import { botOf, INTENTS } from './discord-js.js';

class Ping extends Command {
  override registerApplicationCommands(registry: Command.Registry): void {
    const { name, description } = PING;
    registry.registerChatInputCommand({ name, description });
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction): Promise<void> {
    await interaction.reply(PING.answer);
  }
}

class Join extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse({ customId }: ButtonInteraction): ReturnType<InteractionHandler['parse']> {
    return customId === JOIN.id ? this.some() : this.none();
  }

  async run(interaction: ButtonInteraction): Promise<void> {
    await interaction.reply({ content: JOIN.answer, flags: MessageFlags.Ephemeral });
  }
}

/** A bot of sapphire, whose commands and handlers are pieces; of the messages it hears by discord.js itself. */
export const connectSapphire: Connect = async (sandbox, hear) => {
  const client = new SapphireClient({
    intents: INTENTS,
    baseUserDirectory: null,
    logger: { level: LogLevel.None },
    rest: { api: `${sandbox.url}/api` },
  });
  await container.stores.loadPiece({ store: 'commands', name: PING.name, piece: Ping });
  await container.stores.loadPiece({
    store: 'interaction-handlers',
    name: JOIN.id,
    piece: Join,
  });
  client.on('messageCreate', ({ content }) => hear(content));
  const registered = once(client, Events.ApplicationCommandRegistriesRegistered);
  await client.login(sandbox.token);
  await registered;
  return botOf(client, async () => client.destroy());
};
