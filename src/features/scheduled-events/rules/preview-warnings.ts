import { textsIn, type Locale } from '../../../languages/languages.js';
import type { Event } from '../../events/rules/event.js';
import { takenFrom, type ScheduledEventFields } from './scheduled-event.js';
import { ROLE_FIELDS } from './signup-message.js';
import type { SignupMessageBody } from './signup-message-body.js';

/** What a server would show of an event. */
export interface Preview {
  readonly message: SignupMessageBody;
  readonly scheduled_event: ScheduledEventFields;
  /** Whether the server shows events, and has a channel for their messages. */
  readonly isShown: boolean;
  readonly hasChannel: boolean;
}

/** What members would not see of an event, or not yet, because of Discord's limits or the server's settings. */
export function previewWarnings(event: Event, preview: Preview, locale: Locale, now: Date): string[] {
  const texts = textsIn(locale).preview;
  const { message, scheduled_event: scheduled } = preview;
  const from = takenFrom(scheduled, now);
  const found: readonly (readonly [boolean, string])[] = [
    [!preview.isShown, texts.notShown],
    [!preview.hasChannel, texts.noChannel],
    [scheduled.name !== event.title, texts.titleCut],
    [!scheduled.description.startsWith(event.description), texts.scheduledDescriptionCut],
    [message.embeds[0]?.description !== event.description, texts.descriptionCut],
    [event.location !== null && scheduled.location !== event.location, texts.placeCut],
    [event.roles.length > ROLE_FIELDS, texts.manyRoles(ROLE_FIELDS)],
    [from !== null, texts.tooFar(from?.toISOString().slice(0, 10) ?? '')],
  ];
  return found.flatMap(([applies, text]) => (applies ? [text] : []));
}
