import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  Client,
  MessageFlags,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Message,
} from 'discord.js';
import { Button, Context, NecordModule, On, SlashCommand } from 'necord';
import { JOIN, PING, type Connect } from '../journey.js';
import { botOf, INTENTS } from './discord-js.js';

/** A bot of necord, on its own in a Nest application without a door. */
export const connectNecord: Connect = async (sandbox, hear) => {
  class Answers {
    @SlashCommand({ name: PING.name, description: PING.description })
    async ping(@Context() [interaction]: [ChatInputCommandInteraction]): Promise<void> {
      await interaction.reply(PING.answer);
    }

    @Button(JOIN.id)
    async join(@Context() [interaction]: [ButtonInteraction]): Promise<void> {
      await interaction.reply({ content: JOIN.answer, flags: MessageFlags.Ephemeral });
    }

    @On('messageCreate')
    note(@Context() [message]: [Message]): void {
      hear(message.content);
    }
  }

  @Module({
    imports: [
      NecordModule.forRoot({
        token: sandbox.token,
        intents: INTENTS,
        rest: { api: `${sandbox.url}/api` },
      }),
    ],
    providers: [Answers],
  })
  class BotModule {}

  const application = await NestFactory.createApplicationContext(BotModule, { logger: false });
  const client = application.get(Client);
  return botOf(client, async () => application.close());
};
