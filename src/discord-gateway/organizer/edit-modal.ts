import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import { codePoints } from '../../common/text.js';
import type { Event } from '../../features/events/rules/event.js';
import { textsIn } from '../../languages/languages.js';
import { textInput } from '../layout.js';
import { formOf, type EventForm, type Writer } from './event-form.js';
import { formatOrganizerId } from './organizer-id.js';

/** What a text input holds (docs/discord.md). */
const INPUT_LIMIT = 4000;
const FIELDS = ['title', 'when', 'duration', 'roles', 'description'] as const;
const LONG = new Set<string>(['roles', 'description']);

/** The form that edits an event, with what it is now. A field that is longer than Discord's inputs is left out. */
export function editModal(
  event: Event,
  { locale, timezone }: Writer,
): APIModalInteractionResponseCallbackData {
  const texts = textsIn(locale).form;
  const labels = {
    title: texts.titleLabel,
    when: texts.whenLabel,
    duration: texts.durationLabel,
    roles: texts.rolesLabel,
    description: texts.descriptionLabel,
  };
  const form = formOf(event, timezone);
  const fields = FIELDS.filter((field) => codePoints(form[field] ?? '') <= INPUT_LIMIT);
  return {
    custom_id: formatOrganizerId('edit', event.id),
    title: texts.heading,
    components: fields.map((field) =>
      textInput({
        id: field,
        label: labels[field],
        long: LONG.has(field),
        value: form[field] ?? '',
        required: false,
      }),
    ),
  };
}

/** The form as it was sent. */
export function readModal(valueOf: (field: string) => string | null): EventForm {
  return Object.fromEntries(FIELDS.map((field) => [field, valueOf(field)]));
}
