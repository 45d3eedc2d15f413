import { ButtonStyle, ComponentType } from 'discord.js';
import type { Event } from '../../features/events/rules/event.js';
import { textsIn } from '../../languages/languages.js';
import { choiceName } from '../commands/event.autocomplete.js';
import { button, row } from '../layout.js';
import type { Writer } from './event-form.js';
import { formatOrganizerId } from './organizer-id.js';

/** What a menu of Discord holds. */
const CHOICES = 25;

/** The rows below a draft: publish it, change it, drop it; and the other drafts, to go on with one of them. */
export function draftRows(
  eventId: string,
  others: readonly Pick<Event, 'id' | 'title' | 'start_at_utc'>[],
  { locale, timezone }: Writer,
): object[] {
  const texts = textsIn(locale).organizer;
  const buttons = row(
    button(formatOrganizerId('publish', eventId), texts.publish, ButtonStyle.Success),
    button(formatOrganizerId('edit', eventId), texts.edit),
    button(formatOrganizerId('drop', eventId), texts.drop, ButtonStyle.Danger),
  );
  if (others.length === 0) return [buttons];
  const options = others
    .slice(0, CHOICES)
    .map((draft) => ({ label: choiceName(draft, locale, timezone), value: draft.id }));
  const menu = {
    type: ComponentType.StringSelect,
    custom_id: formatOrganizerId('resume'),
    placeholder: texts.otherDrafts,
    options,
  };
  return [buttons, row(menu)];
}
