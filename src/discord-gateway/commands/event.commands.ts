import { Injectable, UseInterceptors } from '@nestjs/common';
import type { ChatInputCommandInteraction } from 'discord.js';
import { Context, createCommandGroupDecorator, Options, Subcommand } from 'necord';
import { SignupMessagesService } from '../../features/scheduled-events/signup-messages.service.js';
import { answer } from '../answer.js';
import { gatewayTexts } from '../texts.js';
import { describeEvent, fitContent } from './event-lines.js';
import { EventAutocomplete } from './event.autocomplete.js';
import { EventOption } from './event.option.js';

const EventCommand = createCommandGroupDecorator({
  name: 'event',
  nameLocalizations: { fr: 'événement' },
  description: 'Events of your organization',
  descriptionLocalizations: { fr: 'Les événements de votre organisation' },
});

/** `/event list` and `/event show`. */
@Injectable()
@EventCommand()
export class EventCommands {
  constructor(private readonly messages: SignupMessagesService) {}

  @Subcommand({
    name: 'list',
    nameLocalizations: { fr: 'liste' },
    description: 'What is to come',
    descriptionLocalizations: { fr: 'Ce qui est prévu' },
  })
  async list(@Context() [interaction]: [ChatInputCommandInteraction]): Promise<void> {
    await answer(interaction, async (locale) => {
      const texts = gatewayTexts(locale);
      const events = await this.messages.listUpcoming(interaction.guildId);
      if (events.length === 0) return { content: texts.noEvents };
      return {
        content: fitContent([`**${texts.upcoming}**`, ...events.map((event) => describeEvent(event))]),
      };
    });
  }

  @UseInterceptors(EventAutocomplete)
  @Subcommand({
    name: 'show',
    nameLocalizations: { fr: 'voir' },
    description: 'One event, with its signups',
    descriptionLocalizations: { fr: 'Un événement, avec ses inscrits' },
  })
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
