import type { SignUpInput } from '../../features/events/rules/commands.js';
import { Injectable } from '@nestjs/common';
import type { ButtonInteraction, StringSelectMenuInteraction } from 'discord.js';
import { Button, Context, StringSelect } from 'necord';
import {
  parseCustomId,
  SIGNUP_PATH,
  type CustomId,
} from '../../features/scheduled-events/rules/custom-id.js';
import { PREFERENCES, roleMenus } from '../../features/scheduled-events/rules/role-menus.js';
import {
  toMenuRows,
  toPageRows,
  type RowJson,
} from '../../features/scheduled-events/rules/signup-message-body.js';
import { SignupMessagesService } from '../../features/scheduled-events/signup-messages.service.js';
import { DomainError, notFound } from '../../common/errors.js';
import { EventsService } from '../../features/events/events.service.js';
import { type Event, EXTRA_ANSWERS, type ExtraAnswer } from '../../features/events/rules/event.js';
import { holdsSeat, isSignedUp, positionOf } from '../../features/events/rules/roster.js';
import { roleNameOf } from '../../features/events/rules/signup-row.js';
import type { SignupState } from '../../features/events/signup-state.js';
import { SignupsService } from '../../features/events/signups.service.js';
import { type Locale, textsIn } from '../../languages/languages.js';
import type { Texts } from '../../languages/texts.js';
import { answer, answerInPlace, type Answer } from '../answer.js';
import { ManageComponents } from '../manage/manage.components.js';
import { Members } from '../members.js';
import { ShipComponents } from './ship.components.js';

/** The buttons and the role menu of a signup message. */
@Injectable()
export class SignupComponents {
  constructor(
    private readonly members: Members,
    private readonly signups: SignupsService,
    private readonly messages: SignupMessagesService,
    private readonly events: EventsService,
    private readonly manage: ManageComponents,
    private readonly ships: ShipComponents,
  ) {}

  @Button(SIGNUP_PATH)
  async onButton(@Context() [interaction]: [ButtonInteraction]): Promise<void> {
    const id = parseCustomId(interaction.customId);
    if (id?.action === 'page') {
      await answerInPlace(interaction, (locale) => this.list(interaction, id, locale));
      return;
    }
    if (id?.action === 'ships') {
      await answerInPlace(interaction, (locale) => this.ships.fleet(interaction, id, locale));
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
        case 'check_in':
          return this.onCheckIn(interaction, id.event_id, locale);
        case 'accept':
        case 'decline':
          return this.onOffer(interaction, id.event_id, id.action === 'accept', locale);
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
    if (id?.action === 'board') return this.ships.choose(interaction, id.event_id);
    const choose = async (locale: Locale): Promise<Answer> => {
      if (id === null) throw notFound('event');
      return this.onRoles(interaction, id.event_id, interaction.values, locale);
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
      .signUp(actor, arrival(eventId), interaction.id)
      .catch((error: unknown) => unlessRoleRequired(error));
    if (state === null) {
      const event = await this.events.read(actor, eventId);
      return { content: texts.roleFirst(event.title), components: menusOf(event, locale) };
    }
    const { event, entry, result } = state;
    const isKnown = result === 'already' && entry.status !== 'pending';
    const content = isKnown ? texts.already(event.title) : describe(state, texts);
    if (event.roles.length === 0 || entry.role_id !== null) return { content };
    return { content: `${content}\n${texts.chooseRole}`, components: menusOf(event, locale) };
  }

  /** A choice in the role menu, the dearest role first: signs up, or changes the role of someone signed up. */
  private async onRoles(
    interaction: StringSelectMenuInteraction,
    eventId: string,
    roleIds: readonly string[],
    locale: Locale,
  ): Promise<Answer> {
    const actor = await this.members.actorOf(interaction);
    const texts = textsIn(locale).answers;
    const wishes = { role_id: roleIds[0] ?? null, role_ids: roleIds };
    const first = await this.signups.signUp(actor, { ...arrival(eventId), ...wishes }, interaction.id);
    if (first.result !== 'already') return { content: describe(first, texts) };
    const moved = await this.signups.change(actor, eventId, wishes, interaction.id);
    if (!holdsSeat(moved.entry.status) && isSignedUp(moved.entry)) return { content: describe(moved, texts) };
    return { content: texts.roleChanged(roleNameOf(moved.event, moved.entry) ?? '') };
  }

  /** The answer to a seat that is held for somebody. */
  private async onOffer(
    interaction: ButtonInteraction,
    eventId: string,
    accepts: boolean,
    locale: Locale,
  ): Promise<Answer> {
    const actor = await this.members.actorOf(interaction);
    const texts = textsIn(locale).answers;
    const state = await this.signups.answerOffer(actor, eventId, accepts, interaction.id);
    return { content: accepts ? describe(state, texts) : texts.withdrawn(state.event.title) };
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
    const first = await this.signups.signUp(actor, { ...arrival(eventId), status }, interaction.id);
    const state =
      first.result === 'already'
        ? await this.signups.change(actor, eventId, { status }, interaction.id)
        : first;
    if (!holdsSeat(state.entry.status) && isSignedUp(state.entry)) return { content: describe(state, texts) };
    return { content: texts.answered(state.event.title, textsIn(locale).signupMessage.answers[status]) };
  }

  private async onCheckIn(interaction: ButtonInteraction, eventId: string, locale: Locale): Promise<Answer> {
    const actor = await this.members.actorOf(interaction);
    const { event } = await this.signups.checkIn(actor, eventId, interaction.id);
    return { content: textsIn(locale).answers.checkedIn(event.title) };
  }

  private async onWithdraw(interaction: ButtonInteraction, eventId: string, locale: Locale): Promise<Answer> {
    const actor = await this.members.actorOf(interaction);
    const { event } = await this.signups.withdraw(actor, eventId, interaction.id);
    return { content: textsIn(locale).answers.withdrawn(event.title) };
  }
}

function arrival(eventId: string): SignUpInput {
  return { event_id: eventId, role_id: null, notes: null, ship_model: null, source: 'discord' };
}

/** Where somebody stands now: their seat, their place in the queue, or what they wait for. */
function describe({ event, entry }: SignupState, texts: Texts['answers']): string {
  if (entry.status === 'pending') return texts.pending(event.title);
  if (entry.status === 'offered')
    return texts.offered(event.title, Math.floor((entry.offer_expires_at?.getTime() ?? 0) / 1000));
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
  const menus = roleMenus(
    event,
    { disabled: false, preferences: PREFERENCES },
    textsIn(locale).signupMessage,
  );
  return toMenuRows(menus, event.id, 'choose');
}
