import { Injectable } from '@nestjs/common';
import type { ButtonInteraction, MessageComponentInteraction, StringSelectMenuInteraction } from 'discord.js';
import { Button, Context, StringSelect } from 'necord';
import { notFound } from '../../common/errors.js';
import { parseComponentId, type ComponentId } from '../../features/scheduled-events/rules/component-id.js';
import type { Locale } from '../../features/users/rules/user.js';
import { ShowParticipants } from '../../features/scheduled-events/show-participants.js';
import { SignUp } from '../../features/events/sign-up.js';
import { Withdraw } from '../../features/events/withdraw.js';
import { answer, type Answer } from '../answer.js';
import { Members } from '../members.js';
import { gatewayTexts } from '../texts.js';
import { ChooseRole } from './choose-role.js';

/** The buttons and the role menu of a signup message. */
@Injectable()
export class SignupComponents {
  constructor(
    private readonly members: Members,
    private readonly signUp: SignUp,
    private readonly withdraw: Withdraw,
    private readonly participants: ShowParticipants,
    private readonly chooseRole: ChooseRole,
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
          return { content: await this.participants.execute(event_id, interaction.guildId, locale) };
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
      return this.chooseRole.execute(await this.members.actorOf(interaction), event_id, roleId, locale);
    });
  }

  private async onSignUp(interaction: ButtonInteraction, event_id: string, locale: Locale): Promise<Answer> {
    const actor = await this.members.actorOf(interaction);
    const nothing = { role_id: null, notes: null, ship_model: null };
    const { outcome, signup, event } = await this.signUp.execute(actor, {
      event_id,
      source: 'discord',
      ...nothing,
    });
    const texts = gatewayTexts(locale);
    const lines =
      outcome === 'already'
        ? [texts.already(event.title)]
        : signup.status === 'waitlist'
          ? [texts.waiting(event.title, signup.position_in_waitlist)]
          : [texts.confirmed(event.title, signup.role_name)];
    if (event.roles.length > 0 && signup.role_id === null) lines.push(texts.chooseRole);
    return { content: lines.join('\n') };
  }

  private async onWithdraw(interaction: ButtonInteraction, eventId: string, locale: Locale): Promise<Answer> {
    const actor = await this.members.actorOf(interaction);
    const { event } = await this.withdraw.execute(actor, eventId);
    return { content: gatewayTexts(locale).withdrawn(event.title) };
  }
}

function idOf(interaction: MessageComponentInteraction): ComponentId {
  const id = parseComponentId(interaction.customId);
  if (id === null) throw notFound('event');
  return id;
}
