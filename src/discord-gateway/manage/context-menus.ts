import { Injectable } from '@nestjs/common';
import type { MessageContextMenuCommandInteraction, UserContextMenuCommandInteraction } from 'discord.js';
import { Context, MessageCommand, UserCommand } from 'necord';
import { conflict } from '../../common/errors.js';
import { EventsService } from '../../features/events/events.service.js';
import { answer, answerWithForm } from '../answer.js';
import { FOR_ORGANIZERS, localizedMenu } from '../commands/localized.js';
import { messageForm } from '../organizer/edit-modal.js';
import { Organizers } from '../organizer/organizers.js';
import { eventsPage } from './manage-page.js';

/** What a menu of Discord holds. */
const CHOICES = 25;

/** The commands in the menus of members and messages. */
@Injectable()
export class ContextMenus {
  constructor(
    private readonly organizers: Organizers,
    private readonly events: EventsService,
  ) {}

  /** Signs the member up whose menu it is, for an event that is chosen next. */
  @UserCommand({ ...localizedMenu('signThisMemberUp'), ...FOR_ORGANIZERS })
  async signUp(@Context() [interaction]: [UserContextMenuCommandInteraction]): Promise<void> {
    await answer(interaction, async (locale) => {
      const organizer = await this.organizers.of(interaction, locale);
      await this.events.requireStaff(organizer.actor, organizer.guild.org_id);
      const { targetUser: user } = interaction;
      if (user.bot) throw conflict('bots_cannot_join', 'A bot takes no seat.');
      const open = (await this.organizers.list(organizer)).filter(({ state }) => state !== 'draft');
      if (open.length === 0) throw conflict('nothing_planned', 'There is no event to sign up for.');
      const { id, handle } = await this.organizers.accountOf(organizer, user);
      return eventsPage(open.slice(0, CHOICES), { user_id: id, handle }, organizer);
    });
  }

  /** Opens the form of a new event with what the message says. */
  @MessageCommand({ ...localizedMenu('makeEventOfMessage'), ...FOR_ORGANIZERS })
  async makeEvent(@Context() [interaction]: [MessageContextMenuCommandInteraction]): Promise<void> {
    await answerWithForm(interaction, async (locale) => {
      const organizer = await this.organizers.of(interaction, locale);
      await this.events.requireStaff(organizer.actor, organizer.guild.org_id);
      return messageForm(interaction.targetMessage.content, organizer);
    });
  }
}
