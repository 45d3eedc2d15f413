import { Injectable, UseInterceptors } from '@nestjs/common';
import type { ChatInputCommandInteraction } from 'discord.js';
import { Context, Options, Subcommand } from 'necord';
import type { Actor } from '../../common/actor.js';
import { DomainError, notFound } from '../../common/errors.js';
import { RosterExport } from '../../features/events/roster-export.js';
import { toPageRows } from '../../features/scheduled-events/rules/signup-message-body.js';
import { SignupMessagesService } from '../../features/scheduled-events/signup-messages.service.js';
import { type Locale, textsIn } from '../../languages/languages.js';
import { ScheduledEventsService } from '../../features/scheduled-events/scheduled-events.service.js';
import { AdoptionService } from '../../features/scheduled-events/adoption.service.js';
import { answer } from '../answer.js';
import { Members } from '../members.js';
import { NamedOptions } from '../organizer/event.options.js';
import { OrganizerAutocomplete } from '../organizer/organizer.autocomplete.js';
import { Organizers } from '../organizer/organizers.js';
import { AdoptAutocomplete } from './adopt.autocomplete.js';
import { describeEvent, fitContent } from './event-lines.js';
import { EventAutocomplete } from './event.autocomplete.js';
import { EventCommand } from './event-command.js';
import { localized, typed } from './localized.js';

/** What members ask of events; and what brings an event to this server, `/event adopt` and `/event repost`. */
@Injectable()
@EventCommand()
export class EventCommands {
  constructor(
    private readonly messages: SignupMessagesService,
    private readonly adoption: AdoptionService,
    private readonly members: Members,
    private readonly roster: RosterExport,
    private readonly mirrors: ScheduledEventsService,
    private readonly organizers: Organizers,
  ) {}

  @Subcommand(localized('eventList'))
  async list(@Context() [interaction]: [ChatInputCommandInteraction]): Promise<void> {
    await answer(interaction, async (locale) => {
      const texts = textsIn(locale).answers;
      const events = await this.messages.listUpcoming(interaction.guildId);
      if (events.length === 0) return { content: texts.noEvents };
      const lines = events.map((event) => describeEvent(event));
      const more = (count: number): string => texts.moreEvents(count, typed(['event', 'eventShow'], locale));
      return { content: fitContent([`**${texts.upcoming}**`, ...lines], more) };
    });
  }

  @UseInterceptors(EventAutocomplete)
  @Subcommand(localized('eventShow'))
  async show(
    @Context() [interaction]: [ChatInputCommandInteraction],
    @Options() { event: named }: NamedOptions,
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
    @Options() { event: discordEventId }: NamedOptions,
  ): Promise<void> {
    await answer(interaction, async (locale) => {
      if (interaction.guildId === null) throw notFound('guild');
      const actor = await this.members.actorOf(interaction);
      const { title } = await this.adoption.adopt(actor, interaction.guildId, discordEventId);
      return { content: textsIn(locale).answers.adopted(title) };
    });
  }

  /** Shows what somebody took away from the server by hand, and only there. */
  @UseInterceptors(OrganizerAutocomplete)
  @Subcommand(localized('eventRepost'))
  async repost(
    @Context() [interaction]: [ChatInputCommandInteraction],
    @Options() { event: named }: NamedOptions,
  ): Promise<void> {
    await answer(interaction, async (locale) => {
      const organizer = await this.organizers.of(interaction, locale);
      const { id, title } = await this.organizers.named(organizer, named);
      await this.mirrors.create(organizer.actor, id, { guild_ids: [organizer.guild.guild_id] });
      return { content: textsIn(locale).organizer.reposted(title) };
    });
  }

  @UseInterceptors(EventAutocomplete)
  @Subcommand(localized('eventParticipants'))
  async participants(
    @Context() [interaction]: [ChatInputCommandInteraction],
    @Options() { event: named }: NamedOptions,
  ): Promise<void> {
    await answer(interaction, async (locale) => {
      const eventId = await this.messages.findNamed(interaction.guildId, named);
      const actor = await this.members.actorOf(interaction);
      const reader = { locale, guild_id: interaction.guildId, user_id: actor.user_id };
      const page = await this.messages.participants(eventId, reader);
      return {
        content: page.content,
        files: await this.tableFor(actor, eventId, locale),
        components: toPageRows(page, eventId, textsIn(locale).signupMessage),
      };
    });
  }

  /** The roster as a table, for those who may change the event. */
  private async tableFor(
    actor: Actor,
    eventId: string,
    locale: Locale,
  ): Promise<{ attachment: Buffer; name: string }[]> {
    try {
      const { file_name, content } = await this.roster.export(actor, eventId, locale);
      return [{ attachment: Buffer.from(content), name: file_name }];
    } catch (error) {
      if (error instanceof DomainError && error.kind !== 'unavailable') return [];
      throw error;
    }
  }
}
