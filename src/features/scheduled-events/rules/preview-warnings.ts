import { codePoints } from '../../../common/text.js';
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

/** What members would not see of an event, or not yet. */
export const PREVIEW_WARNINGS = [
  'not_shown',
  'no_channel',
  'title_cut',
  'scheduled_description_cut',
  'description_cut',
  'place_cut',
  'many_roles',
  'too_far',
] as const;

/** Something that members would not see, or not yet, because of Discord's limits or the server's settings. */
export interface PreviewWarning {
  readonly code: (typeof PREVIEW_WARNINGS)[number];
  /** How much is shown, in characters or roles; `null` where nothing is counted. */
  readonly limit: number | null;
  /** From when on Discord takes the scheduled event; `null` where that is not what stands against it. */
  readonly from: Date | null;
}

/** What is to be said of a server's preview. */
export function previewWarnings(event: Event, preview: Preview, now: Date): PreviewWarning[] {
  const { message, scheduled_event: scheduled } = preview;
  const { name, description, location } = SCHEDULED_EVENT_LIMITS;
  const shown = message.embeds[0]?.description;
  const from = takenFrom(scheduled, now);
  const found: readonly (readonly [boolean, PreviewWarning['code'], number?])[] = [
    [!preview.isShown, 'not_shown'],
    [!preview.hasChannel, 'no_channel'],
    [scheduled.name !== event.title, 'title_cut', name],
    [!scheduled.description.startsWith(event.description), 'scheduled_description_cut', description],
    [shown !== event.description, 'description_cut', descriptionLimit(event)],
    [event.location !== null && scheduled.location !== event.location, 'place_cut', location],
    [event.roles.length > ROLE_FIELDS, 'many_roles', ROLE_FIELDS],
    [from !== null, 'too_far'],
  ];
  return found.flatMap(([applies, code, limit = null]) =>
    applies ? [{ code, limit, from: code === 'too_far' ? from : null }] : [],
  );
}

const descriptionLimit = ({ roles }: Event): number =>
  roles.length > MANY_ROLES ? MESSAGE_LIMITS.shortDescription : MESSAGE_LIMITS.description;

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
      limit: descriptionLimit(event),
    },
    { field: 'message.roles', length: event.roles.length, limit: ROLE_FIELDS },
    { field: 'message', length: sum(whole), limit: EMBED },
  ];
}
