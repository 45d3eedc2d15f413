import { Injectable } from '@nestjs/common';
import type { ButtonInteraction, StringSelectMenuInteraction } from 'discord.js';
import { Button, Context, StringSelect } from 'necord';
import {
  parseCustomId,
  SIGNUP_PATH,
  type CustomId,
} from '../../features/scheduled-events/rules/custom-id.js';
import { roleMenus } from '../../features/scheduled-events/rules/role-menus.js';
import {
  toMenuRows,
  toPageRows,
  type RowJson,
} from '../../features/scheduled-events/rules/signup-message-body.js';
import { SignupMessagesService } from '../../features/scheduled-events/signup-messages.service.js';
import { DomainError, notFound } from '../../common/errors.js';
import { EventsService } from '../../features/events/events.service.js';
import { type Event, EXTRA_ANSWERS, type ExtraAnswer } from '../../features/events/rules/event.js';
import { positionOf } from '../../features/events/rules/roster.js';
import { roleNameOf } from '../../features/events/rules/signup-row.js';
import { SignupsService, type SignUpInput, type SignupState } from '../../features/events/signups.service.js';
import { type Locale, textsIn } from '../../languages/languages.js';
import type { Texts } from '../../languages/texts.js';
import { answer, answerInPlace, type Answer } from '../answer.js';
import { ManageComponents } from '../manage/manage.components.js';
import { Members } from '../members.js';

/** The buttons and the role menu of a signup message. */
@Injectable()
export class SignupComponents {
  constructor(
    private readonly members: Members,
    private readonly signups: SignupsService,
    private readonly messages: SignupMessagesService,
    private readonly events: EventsService,
    private readonly manage: ManageComponents,
  ) {}

  @Button(SIGNUP_PATH)
  async onButton(@Context() [interaction]: [ButtonInteraction]): Promise<void> {
    const id = parseCustomId(interaction.customId);
    if (id?.action === 'page') {
      await answerInPlace(interaction, (locale) => this.list(interaction, id, locale));
      return;
    }
    if (id?.action === 'edit') return this.manage.edit(interaction, id.event_id);
    if (id?.action === 'manage') return this.manage.open(interaction, id.event_id);
    await answer(interaction, async (locale) => {
      switch (id?.action) {
        case 'signup':
          return this.onSignUp(interaction, id.event_id, locale);
        case 'withdraw':
          return this.onWithdraw(interaction, id.event_id, locale);
        case 'list':
          return this.list(interaction, id, locale);
        default: {
          const offered = EXTRA_ANSWERS.find((extra) => extra === id?.action);
          if (id === null || offered === undefined) throw notFound('event');
          return this.onAnswer(interaction, id.event_id, offered, locale);
        }
      }
    });
  }

  @StringSelect(SIGNUP_PATH)
  async onMenu(@Context() [interaction]: [StringSelectMenuInteraction]): Promise<void> {
    const id = parseCustomId(interaction.customId);
    const [roleId] = interaction.values;
    const choose = async (locale: Locale): Promise<Answer> => {
      if (id === null || roleId === undefined) throw notFound('event');
      return this.onRole(interaction, id.event_id, roleId, locale);
    };
    if (id?.action !== 'choose') return answer(interaction, choose);
    await answerInPlace(interaction, async (locale) => ({ ...(await choose(locale)), components: [] }));
  }

  /** Who takes part, with the reader's own place first; the part of the button's id is the page. */
  private async list(
    interaction: ButtonInteraction,
    { event_id, part }: CustomId,
    locale: Locale,
  ): Promise<Answer> {
    const { user_id } = await this.members.actorOf(interaction);
    const reader = { locale, guild_id: interaction.guildId, user_id };
    const page = await this.messages.participants(event_id, reader, part);
    return { content: page.content, components: toPageRows(page, event_id, textsIn(locale).signupMessage) };
  }

  private async onSignUp(interaction: ButtonInteraction, eventId: string, locale: Locale): Promise<Answer> {
    const actor = await this.members.actorOf(interaction);
    const texts = textsIn(locale).answers;
    const state = await this.signups
      .signUp(actor, arrival(eventId, null), interaction.id)
      .catch((error: unknown) => unlessRoleRequired(error));
    if (state === null) {
      const event = await this.events.read(actor, eventId);
      return { content: texts.roleFirst(event.title), components: menusOf(event, locale) };
    }
    const { event, entry, result } = state;
    const content = result === 'already' ? texts.already(event.title) : describe(state, texts);
    if (event.roles.length === 0 || entry.role_id !== null) return { content };
    return { content: `${content}\n${texts.chooseRole}`, components: menusOf(event, locale) };
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

  /** An answer that the organizer offers beside a seat; it takes the place of the one before. */
  private async onAnswer(
    interaction: ButtonInteraction,
    eventId: string,
    status: ExtraAnswer,
    locale: Locale,
  ): Promise<Answer> {
    const actor = await this.members.actorOf(interaction);
    const texts = textsIn(locale).answers;
    const first = await this.signups.signUp(actor, { ...arrival(eventId, null), status }, interaction.id);
    const state =
      first.result === 'already'
        ? await this.signups.change(actor, eventId, { status }, interaction.id)
        : first;
    if (state.entry.status === 'waitlist') return { content: describe(state, texts) };
    return { content: texts.answered(state.event.title, textsIn(locale).signupMessage.answers[status]) };
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

/** `null` for the refusal of an event that asks for a role first. */
function unlessRoleRequired(error: unknown): null {
  if (error instanceof DomainError && error.code === 'role_required') return null;
  throw error;
}

/** The event's role menus, for an answer. */
function menusOf(event: Event, locale: Locale): RowJson[] {
  return toMenuRows(roleMenus(event, false, textsIn(locale).signupMessage), event.id, 'choose');
}
