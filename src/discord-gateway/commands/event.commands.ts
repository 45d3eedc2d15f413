import { Injectable, UseInterceptors } from '@nestjs/common';
import type { ChatInputCommandInteraction } from 'discord.js';
import { Context, createCommandGroupDecorator, Options, Subcommand } from 'necord';
import { SignupMessagesService } from '../../features/scheduled-events/signup-messages.service.js';
import { textsIn } from '../../languages/languages.js';
import { answer } from '../answer.js';
import { describeEvent, fitContent } from './event-lines.js';
import { EventAutocomplete } from './event.autocomplete.js';
import { EventOption } from './event.option.js';
import { localized } from './localized.js';

const EventCommand = createCommandGroupDecorator(localized('event'));

/** `/event list` and `/event show`. */
@Injectable()
@EventCommand()
export class EventCommands {
  constructor(private readonly messages: SignupMessagesService) {}

  @Subcommand(localized('eventList'))
  async list(@Context() [interaction]: [ChatInputCommandInteraction]): Promise<void> {
    await answer(interaction, async (locale) => {
      const texts = textsIn(locale).answers;
      const events = await this.messages.listUpcoming(interaction.guildId);
      if (events.length === 0) return { content: texts.noEvents };
      return {
        content: fitContent([`**${texts.upcoming}**`, ...events.map((event) => describeEvent(event))]),
      };
    });
  }

  @UseInterceptors(EventAutocomplete)
  @Subcommand(localized('eventShow'))
  async show(
    @Context() [interaction]: [ChatInputCommandInteraction],
    @Options() { event: named }: EventOption,
  ): Promise<void> {
    await answer(interaction, async (locale) => {
      const eventId = await this.messages.findNamed(interaction.guildId, named);
      const { embeds, components } = await this.messages.show(eventId, locale);
      return { embeds, components };
    });
  }
}
