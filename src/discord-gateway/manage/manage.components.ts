import { Injectable } from '@nestjs/common';
import {
  type BaseInteraction,
  type ButtonInteraction,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
  type UserSelectMenuInteraction,
} from 'discord.js';
import { Button, Context, Modal, StringSelect, UserSelect } from 'necord';
import { conflict, DomainError, forbidden, notFound } from '../../common/errors.js';
import { textFault, tidy } from '../../common/names.js';
import { AnnouncementsService } from '../../features/event-notices/announcements.service.js';
import { EventsService } from '../../features/events/events.service.js';
import { EVENT_LIMITS } from '../../features/events/rules/limits.js';
import type { EventWithRoster } from '../../features/events/rules/event-record.js';
import { SignupsService } from '../../features/events/signups.service.js';
import { StaffSignups } from '../../features/events/staff-signups.service.js';
import { UsersService } from '../../features/users/users.service.js';
import { type Locale, textsIn } from '../../languages/languages.js';
import { answer, answerInPlace, answerWithForm, type Answer } from '../answer.js';
import { editModal } from '../organizer/edit-modal.js';
import { Organizers, type Organizer } from '../organizer/organizers.js';
import { chosenReminders } from '../reminder-menu.js';
import {
  CHOOSE_EVENT_PATH,
  MANAGE_PATH,
  parseChooseEventId,
  NONE,
  parseManageId,
  type ManageAction,
  type ManageId,
} from './manage-id.js';
import { rulesEdit } from './signup-rules.js';
import {
  announcementForm,
  audienceIn,
  panelPage,
  personPage,
  reasonForm,
  remindersPage,
  requestsPage,
  type ManagedPerson,
} from './manage-page.js';

/** Somebody's panel: who they are, and the event that they may change. */
interface Panel {
  readonly organizer: Organizer;
  readonly event: EventWithRoster;
}

/** The panel of an event's organizers, which only they see: it opens from the event's signup message. */
@Injectable()
export class ManageComponents {
  constructor(
    private readonly organizers: Organizers,
    private readonly events: EventsService,
    private readonly signups: SignupsService,
    private readonly staff: StaffSignups,
    private readonly users: UsersService,
    private readonly announcements: AnnouncementsService,
  ) {}

  /** "Manage" on a signup message. */
  async open(interaction: ButtonInteraction, eventId: string): Promise<void> {
    await answer(interaction, async (locale) => {
      const { event } = await this.panelOf(interaction, eventId, locale);
      return panelPage(event, locale);
    });
  }

  /** "Edit" on a signup message. */
  async edit(interaction: ButtonInteraction, eventId: string): Promise<void> {
    await answerWithForm(interaction, async (locale) => {
      const { organizer, event } = await this.panelOf(interaction, eventId, locale);
      return editModal(event, organizer);
    });
  }

  @Button(MANAGE_PATH)
  async onButton(@Context() [interaction]: [ButtonInteraction]): Promise<void> {
    const id = idOf(interaction.customId);
    if (id.action === 'edit') return this.edit(interaction, id.eventId);
    if (id.action === 'cancel' || id.action === 'announce') {
      const form = id.action === 'cancel' ? reasonForm : announcementForm;
      return answerWithForm(interaction, async (locale) => {
        await this.panelOf(interaction, id.eventId, locale);
        return form(id.eventId, locale);
      });
    }
    await answerInPlace(interaction, async (locale) => {
      const panel = await this.panelOf(interaction, id.eventId, locale);
      if (id.action === 'requests') return this.requests(panel.event, locale);
      if (id.personId !== NONE) return this.act(id.action, panel, await this.personOf(id.personId));
      if (id.action === 'start' || id.action === 'complete') {
        const event = await this.events.changeState(panel.organizer.actor, id.eventId, id.action);
        return panelPage(event, locale, noteOf(id.action, event.title, locale));
      }
      if (id.action === 'lock' || id.action === 'unlock') {
        const change = { locked: id.action === 'lock' };
        return panelPage(await this.events.edit(panel.organizer.actor, id.eventId, change), locale);
      }
      if (id.action === 'reminders') return remindersPage(panel.event, locale);
      if (id.action === 'as_server') return this.remind(panel, null);
      return panelPage(panel.event, locale);
    });
  }

  @Modal(MANAGE_PATH)
  async onForm(@Context() [interaction]: [ModalSubmitInteraction]): Promise<void> {
    await answerInPlace(interaction, async (locale) => {
      const { action, eventId } = idOf(interaction.customId);
      const { organizer, event: before } = await this.panelOf(interaction, eventId, locale);
      if (action === 'announce') {
        const message = tidy(interaction.fields.getTextInputValue('message'));
        if (textFault(message, EVENT_LIMITS.announcement) !== null)
          throw conflict('announcement_invalid', 'The message has no words.');
        const audience = audienceIn(interaction.fields.getStringSelectValues('audience'));
        await this.announcements.announce(organizer.actor, eventId, { message, audience });
        return panelPage(before, locale, textsIn(locale).eventNotices.announced);
      }
      const reason = interaction.fields.getTextInputValue('reason');
      const event = await this.events.changeState(organizer.actor, eventId, 'cancel', reason);
      return panelPage(event, locale, textsIn(locale).organizer.cancelled(event.title));
    });
  }

  @UserSelect(MANAGE_PATH)
  async onPerson(@Context() [interaction]: [UserSelectMenuInteraction]): Promise<void> {
    await answerInPlace(interaction, async (locale) => {
      const { organizer, event } = await this.panelOf(
        interaction,
        idOf(interaction.customId).eventId,
        locale,
      );
      const user = interaction.users.first();
      if (user === undefined) throw notFound('member');
      const { id, handle } = await this.organizers.accountOf(organizer, user);
      return personPage(event, { user_id: id, handle }, locale);
    });
  }

  @StringSelect(MANAGE_PATH)
  async onMenu(@Context() [interaction]: [StringSelectMenuInteraction]): Promise<void> {
    await answerInPlace(interaction, async (locale) => {
      const { action, eventId, personId } = idOf(interaction.customId);
      const panel = await this.panelOf(interaction, eventId, locale);
      if (action === 'rules') {
        const edit = rulesEdit(panel.event, interaction.values);
        return panelPage(await this.events.edit(panel.organizer.actor, eventId, edit), locale);
      }
      if (action === 'reminders') return this.remind(panel, chosenReminders(interaction.values));
      const person = await this.personOf(personId);
      return this.seat(panel, person, interaction.values[0] ?? null);
    });
  }

  /** An event was chosen for somebody whose menu was opened. */
  @StringSelect(CHOOSE_EVENT_PATH)
  async onEvent(@Context() [interaction]: [StringSelectMenuInteraction]): Promise<void> {
    await answerInPlace(interaction, async (locale) => {
      const [eventId = ''] = interaction.values;
      const { event } = await this.panelOf(interaction, eventId, locale);
      const person = await this.personOf(parseChooseEventId(interaction.customId) ?? '');
      return personPage(event, person, locale);
    });
  }

  /** Seats somebody who is not signed up, or moves who is. */
  private async seat(
    { organizer: { actor, locale }, event }: Panel,
    person: ManagedPerson,
    roleId: string | null,
  ): Promise<Answer> {
    const input = { event_id: event.id, role_id: roleId, notes: null, ship_model: null };
    const first = await this.staff.signUpFor(actor, person.user_id, input);
    const { event: after, entry } =
      first.result === 'already'
        ? await this.staff.place(actor, event.id, person.user_id, { role_id: roleId })
        : first;
    const texts = textsIn(locale).organizer;
    const say = entry.status === 'waitlist' ? texts.addedWaiting : texts.added;
    return personPage(after, person, locale, say(person.handle, event.title));
  }

  /** What a button does with somebody's signup. */
  private async act(action: ManageAction, panel: Panel, person: ManagedPerson): Promise<Answer> {
    const { organizer, event } = panel;
    const { actor, locale } = organizer;
    const texts = textsIn(locale).organizer;
    const { handle, user_id: userId } = person;
    const place = async (status: 'confirmed' | 'withdrawn' | 'no_show', note: string): Promise<Answer> => {
      const placed = await this.staff.place(actor, event.id, userId, { status });
      return personPage(placed.event, person, locale, note);
    };
    switch (action) {
      case 'remove':
        return place('withdrawn', texts.removed(handle, event.title));
      case 'promote':
        return place('confirmed', texts.added(handle, event.title));
      case 'miss':
        return place('no_show', texts.missed(handle));
      case 'came':
        return place('confirmed', texts.came(handle));
      case 'approve':
      case 'decline':
        return this.decide(panel, person, action === 'approve');
      default:
        return this.seat(panel, person, null);
    }
  }

  private async decide(
    { organizer: { actor, locale }, event }: Panel,
    person: ManagedPerson,
    approved: boolean,
  ): Promise<Answer> {
    const state = await this.staff.decide(actor, event.id, person.user_id, approved);
    const texts = textsIn(locale).organizer;
    const granted = state.entry.status === 'waitlist' ? texts.addedWaiting : texts.approved;
    const note = (approved ? granted : texts.declined)(person.handle, event.title);
    return this.requests(state.event, locale, note);
  }

  /** Those who wait for approval, the first who asked first. */
  private async requests(event: EventWithRoster, locale: Locale, note?: string): Promise<Answer> {
    const pending = (await this.signups.listShown(event)).filter(({ status }) => status === 'pending');
    return requestsPage(event, pending, locale, note);
  }

  /** @param offsets `null`: as each server says */
  private async remind(
    { organizer: { actor, locale }, event }: Panel,
    offsets: number[] | null,
  ): Promise<Answer> {
    const change = { reminder_offsets_minutes: offsets };
    return remindersPage(await this.events.edit(actor, event.id, change), locale);
  }

  private async personOf(userId: string): Promise<ManagedPerson> {
    const { id, handle } = await this.users.require(userId);
    return { user_id: id, handle };
  }

  /**
   * The event, for somebody who may change it.
   * @throws not_found when there is none · forbidden `organizers_only`, whatever else they may not know of it: they have its
   * message before their eyes
   */
  private async panelOf(
    interaction: BaseInteraction & { readonly locale: string },
    eventId: string,
    locale: Locale,
  ): Promise<Panel> {
    const event = await this.events.findWithRoster(eventId);
    if (event === null) throw notFound('event');
    const organizer = await this.organizers.of(interaction, locale);
    try {
      await this.organizers.editable(organizer, eventId);
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind === 'unavailable') throw error;
      throw forbidden('Only its organizers may change an event.', 'organizers_only');
    }
    return { organizer, event };
  }
}

function noteOf(action: 'start' | 'complete', title: string, locale: Locale): string {
  const texts = textsIn(locale).organizer;
  return action === 'start' ? texts.started(title) : texts.completed(title);
}

function idOf(customId: string): ManageId {
  const id = parseManageId(customId);
  if (id === null) throw notFound('event');
  return id;
}
