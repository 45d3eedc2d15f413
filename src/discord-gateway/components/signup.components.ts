import { Injectable } from '@nestjs/common';
import type { ButtonInteraction, MessageComponentInteraction, StringSelectMenuInteraction } from 'discord.js';
import { Button, Context, StringSelect } from 'necord';
import { notFound } from '../../common/errors.js';
import { parseCustomId, type CustomId } from '../../features/scheduled-events/rules/custom-id.js';
import { SignupMessagesService } from '../../features/scheduled-events/signup-messages.service.js';
import { positionOf } from '../../features/events/rules/roster.js';
import { roleNameOf } from '../../features/events/rules/signup-row.js';
import { SignupsService, type SignUpInput, type SignupState } from '../../features/events/signups.service.js';
import { type Locale, textsIn } from '../../languages/languages.js';
import type { Texts } from '../../languages/texts.js';
import { answer, type Answer } from '../answer.js';
import { Members } from '../members.js';

/** The buttons and the role menu of a signup message. */
@Injectable()
export class SignupComponents {
  constructor(
    private readonly members: Members,
    private readonly signups: SignupsService,
    private readonly messages: SignupMessagesService,
  ) {}

  @Button('vl1/:action/:event/:part')
  async onButton(@Context() [interaction]: [ButtonInteraction]): Promise<void> {
    await answer(interaction, async (locale) => {
      const { action, event_id } = idOf(interaction);
      switch (action) {
        case 'signup':
          return this.onSignUp(interaction, event_id, locale);
        case 'withdraw':
          return this.onWithdraw(interaction, event_id, locale);
        case 'list':
          return { content: await this.messages.participants(event_id, interaction.guildId, locale) };
        case 'role':
          throw notFound('event');
      }
    });
  }

  @StringSelect('vl1/:action/:event/:part')
  async onMenu(@Context() [interaction]: [StringSelectMenuInteraction]): Promise<void> {
    await answer(interaction, async (locale) => {
      const { event_id } = idOf(interaction);
      const [roleId] = interaction.values;
      if (roleId === undefined) throw notFound('event');
      return this.onRole(interaction, event_id, roleId, locale);
    });
  }

  private async onSignUp(interaction: ButtonInteraction, eventId: string, locale: Locale): Promise<Answer> {
    const actor = await this.members.actorOf(interaction);
    const state = await this.signups.signUp(actor, arrival(eventId, null), interaction.id);
    const texts = textsIn(locale).answers;
    const { event, entry, result } = state;
    const lines = [result === 'already' ? texts.already(event.title) : describe(state, texts)];
    if (event.roles.length > 0 && entry.role_id === null) lines.push(texts.chooseRole);
    return { content: lines.join('\n') };
  }

  /** A choice in the role menu: signs up in the role, or changes the role of someone signed up. */
  private async onRole(
    interaction: StringSelectMenuInteraction,
    eventId: string,
    roleId: string,
    locale: Locale,
  ): Promise<Answer> {
    const actor = await this.members.actorOf(interaction);
    const texts = textsIn(locale).answers;
    const first = await this.signups.signUp(actor, arrival(eventId, roleId), interaction.id);
    if (first.result !== 'already') return { content: describe(first, texts) };
    const moved = await this.signups.change(actor, eventId, { role_id: roleId }, interaction.id);
    if (moved.entry.status === 'waitlist') return { content: describe(moved, texts) };
    return { content: texts.roleChanged(roleNameOf(moved.event, moved.entry) ?? '') };
  }

  private async onWithdraw(interaction: ButtonInteraction, eventId: string, locale: Locale): Promise<Answer> {
    const actor = await this.members.actorOf(interaction);
    const { event } = await this.signups.withdraw(actor, eventId, interaction.id);
    return { content: textsIn(locale).answers.withdrawn(event.title) };
  }
}

function arrival(eventId: string, roleId: string | null): SignUpInput {
  return { event_id: eventId, role_id: roleId, notes: null, ship_model: null, source: 'discord' };
}

/** Where somebody stands now: their seat, or their place in the queue. */
function describe({ event, entry }: SignupState, texts: Texts['answers']): string {
  if (entry.status === 'waitlist') return texts.waiting(event.title, positionOf(event.roster, entry) ?? 1);
  const role = roleNameOf(event, entry);
  return role === null ? texts.confirmed(event.title) : texts.confirmedIn(event.title, role);
}

function idOf(interaction: MessageComponentInteraction): CustomId {
  const id = parseCustomId(interaction.customId);
  if (id === null) throw notFound('event');
  return id;
}
