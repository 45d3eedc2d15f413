import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import { codePoints } from '../../common/text.js';
import type { Event } from '../../features/events/rules/event.js';
import { type Locale, textsIn } from '../../languages/languages.js';
import { textInput } from '../layout.js';
import { formOf, formOfMessage, type EventForm, type Writer } from './event-form.js';
import { formatOrganizerId } from './organizer-id.js';

/** What a text input holds (docs/discord.md). */
const INPUT_LIMIT = 4000;
const FIELDS = ['title', 'when', 'duration', 'roles', 'description'] as const;
const LONG = new Set<string>(['roles', 'description']);
/** What a new event cannot do without. */
const NEEDED = new Set<string>(['title', 'when']);

/** The form that edits an event, with what it is now. A field that is longer than Discord's inputs is left out. */
export function editModal(
  event: Event,
  { locale, timezone }: Writer,
): APIModalInteractionResponseCallbackData {
  const form = formOf(event, timezone);
  return modal(formatOrganizerId('edit', event.id), textsIn(locale).form.heading, form, locale);
}

/** The form of a new event, with what somebody has written of it in a message. */
export async function messageForm(
  content: string,
  { locale, timezone }: Writer,
): Promise<APIModalInteractionResponseCallbackData> {
  const form = await formOfMessage(content, { locale, timezone }, new Date());
  return modal(formatOrganizerId('create'), textsIn(locale).form.newHeading, form, locale);
}

function modal(
  customId: string,
  title: string,
  form: EventForm,
  locale: Locale,
): APIModalInteractionResponseCallbackData {
  const texts = textsIn(locale).form;
  const labels = {
    title: texts.titleLabel,
    when: texts.whenLabel,
    duration: texts.durationLabel,
    roles: texts.rolesLabel,
    description: texts.descriptionLabel,
  };
  const fields = FIELDS.filter((field) => codePoints(form[field] ?? '') <= INPUT_LIMIT);
  const isNew = customId === formatOrganizerId('create');
  return {
    custom_id: customId,
    title,
    components: fields.map((field) =>
      textInput({
        id: field,
        label: labels[field],
        long: LONG.has(field),
        value: form[field] ?? '',
        required: isNew && NEEDED.has(field),
      }),
    ),
  };
}

/** The form as it was sent. */
export function readModal(valueOf: (field: string) => string | null): EventForm {
  return Object.fromEntries(FIELDS.map((field) => [field, valueOf(field)]));
}
