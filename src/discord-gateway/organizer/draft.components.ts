import { Injectable } from '@nestjs/common';
import type { ButtonInteraction, ModalSubmitInteraction, StringSelectMenuInteraction } from 'discord.js';
import { Button, Context, Modal, StringSelect } from 'necord';
import { notFound } from '../../common/errors.js';
import { EventsService } from '../../features/events/events.service.js';
import type { EventRecord } from '../../features/events/rules/event-record.js';
import { textsIn } from '../../languages/languages.js';
import { answer, answerInPlace, answerWithForm, type Answer, type FormOpener } from '../answer.js';
import { editModal, readModal } from './edit-modal.js';
import { formOf } from './event-form.js';
import { ORGANIZER_PATH, parseOrganizerId } from './organizer-id.js';
import { Organizers, type Organizer } from './organizers.js';

/** The buttons below a draft, and the form that changes an event. */
@Injectable()
export class DraftComponents {
  constructor(
    private readonly organizers: Organizers,
    private readonly events: EventsService,
  ) {}

  @Button(ORGANIZER_PATH)
  async onButton(@Context() [interaction]: [ButtonInteraction]): Promise<void> {
    const { action, eventId } = idOf(interaction.customId);
    if (action === 'edit')
      return this.openForm(interaction, (organizer) => this.organizers.editable(organizer, eventId));
    await answerInPlace(interaction, async (locale) => {
      const organizer = await this.organizers.of(interaction, locale);
      await this.organizers.editable(organizer, eventId);
      return action === 'publish' ? this.publish(organizer, eventId) : this.drop(organizer, eventId);
    });
  }

  /** Goes on with another draft. */
  @StringSelect(ORGANIZER_PATH)
  async onDraft(@Context() [interaction]: [StringSelectMenuInteraction]): Promise<void> {
    await answerInPlace(interaction, async (locale) => {
      const organizer = await this.organizers.of(interaction, locale);
      const { id } = await this.organizers.editable(organizer, interaction.values[0] ?? '');
      return this.organizers.preview(organizer, id);
    });
  }

  @Modal(ORGANIZER_PATH)
  async onForm(@Context() [interaction]: [ModalSubmitInteraction]): Promise<void> {
    await answer(interaction, async (locale) => {
      const { action, eventId } = idOf(interaction.customId);
      const organizer = await this.organizers.of(interaction, locale);
      const form = readModal((field) =>
        interaction.fields.fields.has(field) ? interaction.fields.getTextInputValue(field) : null,
      );
      if (action === 'create') return this.organizers.create(organizer, form);
      const event = await this.organizers.editable(organizer, eventId);
      return this.organizers.edit(organizer, eventId, form, formOf(event, organizer.timezone));
    });
  }

  /** Opens the form that changes an event. */
  async openForm(
    interaction: FormOpener,
    eventFor: (organizer: Organizer) => Promise<EventRecord>,
  ): Promise<void> {
    await answerWithForm(interaction, async (locale) => {
      const organizer = await this.organizers.of(interaction, locale);
      return editModal(await eventFor(organizer), organizer);
    });
  }

  private async publish({ actor, locale }: Organizer, eventId: string): Promise<Answer> {
    const { title } = await this.events.changeState(actor, eventId, 'publish');
    return { content: textsIn(locale).organizer.published(title), embeds: [], components: [] };
  }

  private async drop({ actor, locale }: Organizer, eventId: string): Promise<Answer> {
    const { title } = await this.events.read(actor, eventId);
    await this.events.remove(actor, eventId);
    return { content: textsIn(locale).organizer.dropped(title), embeds: [], components: [] };
  }
}

function idOf(customId: string): NonNullable<ReturnType<typeof parseOrganizerId>> {
  const id = parseOrganizerId(customId);
  if (id === null) throw notFound('event');
  return id;
}
