import { codePoints } from '../../../common/text.js';
import { textsIn, type Locale } from '../../../languages/languages.js';
import type { Event } from '../../events/rules/event.js';
import { SCHEDULED_EVENT_LIMITS, takenFrom, type ScheduledEventFields } from './scheduled-event.js';
import { EMBED, MANY_ROLES, MESSAGE_LIMITS, ROLE_FIELDS } from './signup-message.js';
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

/** How much of what Discord takes a field needs; more than the limit is cut. */
export interface CountedLimit {
  readonly field: string;
  readonly length: number;
  readonly limit: number;
}

/** Discord's limits, and ours within them, counted in code points as Discord counts. */
export function countedLimits(
  event: Event,
  { message, scheduled_event }: Pick<Preview, 'message' | 'scheduled_event'>,
): CountedLimit[] {
  const [embed] = message.embeds;
  const texts = embed?.fields.flatMap(({ name, value }) => [name, value]) ?? [];
  const whole = [embed?.author.name ?? '', embed?.title ?? '', embed?.description ?? '', ...texts];
  const many = event.roles.length > MANY_ROLES;
  // The link to the calendar's file stands below the description, and is never cut.
  const mark = scheduled_event.description.slice(scheduled_event.description.lastIndexOf('\n\n'));
  const { name, description, location } = SCHEDULED_EVENT_LIMITS;
  const sum = (parts: readonly string[]): number =>
    parts.reduce((length, part) => length + codePoints(part), 0);
  return [
    { field: 'scheduled_event.name', length: codePoints(event.title), limit: name },
    { field: 'scheduled_event.description', length: sum([event.description, mark]), limit: description },
    { field: 'scheduled_event.location', length: codePoints(event.location ?? ''), limit: location },
    { field: 'message.title', length: codePoints(embed?.title ?? ''), limit: MESSAGE_LIMITS.title },
    {
      field: 'message.description',
      length: codePoints(event.description),
      limit: many ? MESSAGE_LIMITS.shortDescription : MESSAGE_LIMITS.description,
    },
    { field: 'message.roles', length: event.roles.length, limit: ROLE_FIELDS },
    { field: 'message', length: sum(whole), limit: EMBED },
  ];
}
