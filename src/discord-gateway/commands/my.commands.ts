import { Injectable } from '@nestjs/common';
import type { ChatInputCommandInteraction } from 'discord.js';
import { Context, createCommandGroupDecorator, Subcommand } from 'necord';
import { ListOwnEvents, type OwnEvent } from '../../features/scheduled-events/list-own-events.js';
import { answer } from '../answer.js';
import { Members } from '../members.js';
import { gatewayTexts, type GatewayTexts } from '../texts.js';
import { describeEvent, fitContent } from './event-lines.js';

const MyCommand = createCommandGroupDecorator({
  name: 'my',
  nameLocalizations: { fr: 'mes' },
  description: 'What concerns you',
  descriptionLocalizations: { fr: 'Ce qui vous concerne' },
});

/** `/my events`. */
@Injectable()
@MyCommand()
export class MyCommands {
  constructor(
    private readonly members: Members,
    private readonly ownEvents: ListOwnEvents,
  ) {}

  @Subcommand({
    name: 'events',
    nameLocalizations: { fr: 'événements' },
    description: 'The events you signed up for',
    descriptionLocalizations: { fr: 'Les événements auxquels vous êtes inscrit' },
  })
  async events(@Context() [interaction]: [ChatInputCommandInteraction]): Promise<void> {
    await answer(interaction, async (locale) => {
      const texts = gatewayTexts(locale);
      const own = await this.ownEvents.execute(await this.members.actorOf(interaction));
      if (own.length === 0) return { content: texts.noSignups };
      return { content: fitContent([`**${texts.mySignups}**`, ...own.map((entry) => lineOf(entry, texts))]) };
    });
  }
}

function lineOf({ event, signup }: OwnEvent, texts: GatewayTexts): string {
  const waiting = signup.status === 'waitlist';
  return describeEvent(
    event,
    waiting
      ? `⏳ ${texts.waitingShort(signup.position_in_waitlist)}`
      : `✅ ${signup.role_name ?? ''}`.trimEnd(),
  );
}
