import { Injectable } from '@nestjs/common';
import type { ChatInputCommandInteraction } from 'discord.js';
import { Context, createCommandGroupDecorator, Subcommand } from 'necord';
import { escapeMarkup } from '../../common/discord-text.js';
import { roleNameOf, type OwnEntry } from '../../features/events/rules/signup-row.js';
import { SignupsService } from '../../features/events/signups.service.js';
import { textsIn } from '../../languages/languages.js';
import type { Texts } from '../../languages/texts.js';
import { answer } from '../answer.js';
import { Members } from '../members.js';
import { describeEvent, fitContent } from './event-lines.js';
import { localized } from './localized.js';

const MyCommand = createCommandGroupDecorator(localized('my'));

/** `/my events`. */
@Injectable()
@MyCommand()
export class MyCommands {
  constructor(
    private readonly members: Members,
    private readonly signups: SignupsService,
  ) {}

  @Subcommand(localized('myEvents'))
  async events(@Context() [interaction]: [ChatInputCommandInteraction]): Promise<void> {
    await answer(interaction, async (locale) => {
      const texts = textsIn(locale).answers;
      const own = await this.signups.listOwn(await this.members.actorOf(interaction));
      if (own.length === 0) return { content: texts.noSignups };
      return { content: fitContent([`**${texts.mySignups}**`, ...own.map((entry) => lineOf(entry, texts))]) };
    });
  }
}

function lineOf({ event, entry, ahead }: OwnEntry, texts: Texts['answers']): string {
  if (entry.status === 'waitlist') return describeEvent(event, `⏳ ${texts.waitingShort(ahead + 1)}`);
  return describeEvent(event, `✅ ${escapeMarkup(roleNameOf(event, entry) ?? '')}`.trimEnd());
}
