import { Injectable, UseInterceptors } from '@nestjs/common';
import type { ChatInputCommandInteraction } from 'discord.js';
import { Context, Options, Subcommand } from 'necord';
import { toPageRows } from '../../features/scheduled-events/rules/signup-message-body.js';
import { SignupMessagesService } from '../../features/scheduled-events/signup-messages.service.js';
import { textsIn } from '../../languages/languages.js';
import { notFound } from '../../common/errors.js';
import { AdoptionService } from '../../features/scheduled-events/adoption.service.js';
import { answer } from '../answer.js';
import { Members } from '../members.js';
import { AdoptAutocomplete } from './adopt.autocomplete.js';
import { describeEvent, fitContent } from './event-lines.js';
import { EventAutocomplete } from './event.autocomplete.js';
import { EventCommand } from './event-command.js';
import { EventOption } from './event.option.js';
import { localized } from './localized.js';

/** What members ask of events; and `/event adopt`. */
@Injectable()
@EventCommand()
export class EventCommands {
  constructor(
    private readonly messages: SignupMessagesService,
    private readonly adoption: AdoptionService,
    private readonly members: Members,
  ) {}

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
      const { embeds, components } = await this.messages.show(eventId, {
        locale,
        guild_id: interaction.guildId,
      });
      return { embeds, components };
    });
  }

  @UseInterceptors(AdoptAutocomplete)
  @Subcommand(localized('eventAdopt'))
  async adopt(
    @Context() [interaction]: [ChatInputCommandInteraction],
    @Options() { event: discordEventId }: EventOption,
  ): Promise<void> {
    await answer(interaction, async (locale) => {
      if (interaction.guildId === null) throw notFound('guild');
      const actor = await this.members.actorOf(interaction);
      const { title } = await this.adoption.adopt(actor, interaction.guildId, discordEventId);
      return { content: textsIn(locale).answers.adopted(title) };
    });
  }

  @UseInterceptors(EventAutocomplete)
  @Subcommand(localized('eventParticipants'))
  async participants(
    @Context() [interaction]: [ChatInputCommandInteraction],
    @Options() { event: named }: EventOption,
  ): Promise<void> {
    await answer(interaction, async (locale) => {
      const eventId = await this.messages.findNamed(interaction.guildId, named);
      const { user_id } = await this.members.actorOf(interaction);
      const reader = { locale, guild_id: interaction.guildId, user_id };
      const page = await this.messages.participants(eventId, reader);
      return {
        content: page.content,
        components: toPageRows(page, eventId, textsIn(locale).signupMessage),
      };
    });
  }
}
