import { Injectable } from '@nestjs/common';
import type { ButtonInteraction, ChatInputCommandInteraction, ModalSubmitInteraction } from 'discord.js';
import { Button, Context, Modal } from 'necord';
import { notFound } from '../../common/errors.js';
import { EventsService } from '../../features/events/events.service.js';
import { localeFromDiscord, textsIn } from '../../languages/languages.js';
import { answer, type Answer } from '../answer.js';
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
    if (action === 'edit') return this.openForm(interaction, eventId);
    await answer(interaction, async (locale) => {
      const organizer = await this.organizers.of(interaction, locale);
      await this.organizers.editable(organizer, eventId);
      return action === 'publish' ? this.publish(organizer, eventId) : this.drop(organizer, eventId);
    });
  }

  @Modal(ORGANIZER_PATH)
  async onForm(@Context() [interaction]: [ModalSubmitInteraction]): Promise<void> {
    await answer(interaction, async (locale) => {
      const { eventId } = idOf(interaction.customId);
      const organizer = await this.organizers.of(interaction, locale);
      const event = await this.organizers.editable(organizer, eventId);
      const form = readModal((field) =>
        interaction.fields.fields.has(field) ? interaction.fields.getTextInputValue(field) : null,
      );
      return this.organizers.edit(organizer, eventId, form, formOf(event, organizer.timezone));
    });
  }

  /** A form has to be the first answer, so what is refused is told instead of it. */
  async openForm(interaction: FormOpener, eventId: string): Promise<void> {
    const locale = localeFromDiscord(interaction.locale);
    try {
      const organizer = await this.organizers.of(interaction, locale);
      await interaction.showModal(editModal(await this.organizers.editable(organizer, eventId), organizer));
    } catch (error) {
      await answer(interaction, () =>
        Promise.reject(error instanceof Error ? error : new Error(String(error))),
      );
    }
  }

  private async publish({ actor, locale }: Organizer, eventId: string): Promise<Answer> {
    const { title } = await this.events.changeState(actor, eventId, 'publish');
    return { content: textsIn(locale).organizer.published(title) };
  }

  private async drop({ actor, locale }: Organizer, eventId: string): Promise<Answer> {
    const { title } = await this.events.read(actor, eventId);
    await this.events.remove(actor, eventId);
    return { content: textsIn(locale).organizer.dropped(title) };
  }
}

/** An interaction that can be answered by a form. */
type FormOpener = ButtonInteraction | ChatInputCommandInteraction;

function idOf(customId: string): NonNullable<ReturnType<typeof parseOrganizerId>> {
  const id = parseOrganizerId(customId);
  if (id === null) throw notFound('event');
  return id;
}
