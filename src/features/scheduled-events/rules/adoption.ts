import { truncate } from '../../../common/text.js';
import type { NewEvent } from '../../events/rules/input.js';
import type { FoundScheduledEvent } from './scheduled-event.js';

/** What events need at least, and bear at most. */
const TITLE_AT_LEAST = 5;
const DESCRIPTION_AT_LEAST = 10;
const MINUTES = { least: 15, most: 1440, usual: 60 } as const;

/** The event that a scheduled event of Discord becomes. */
export function eventOf({ fields, guild_id, channel_id }: FoundScheduledEvent, orgId: string): NewEvent {
  const { name, description, location, scheduled_start_time, scheduled_end_time } = fields;
  const minutes = Math.round((scheduled_end_time.getTime() - scheduled_start_time.getTime()) / 60_000);
  const place = channel_id === null ? location : `https://discord.com/channels/${guild_id}/${channel_id}`;
  return {
    org_id: orgId,
    title: name.length < TITLE_AT_LEAST ? `${name} · Discord` : name,
    description: description.trim().length < DESCRIPTION_AT_LEAST ? `${name} · Discord` : description,
    type: 'autre',
    start_at_utc: scheduled_start_time,
    duration_minutes: minutes === 0 ? MINUTES.usual : clamped(minutes),
    location: place === '' ? null : truncate(place, 200),
  };
}

function clamped(minutes: number): number {
  return Math.min(MINUTES.most, Math.max(MINUTES.least, minutes));
}

/** What a person answers who is asked whether a scheduled event is to become an event. */
export interface AdoptionAnswer {
  readonly yes: boolean;
  readonly guildId: string;
  readonly discordEventId: string;
}

/** The `custom_id` of the buttons below the question, for necord, which fills the places in. */
export const ADOPTION_PATH = 'vl1/adopt/:answer/:guild/:event';

/** As `ADOPTION_PATH`, for one scheduled event. */
export function formatAdoptionId({ yes, guildId, discordEventId }: AdoptionAnswer): string {
  return `vl1/adopt/${yes ? 'yes' : 'no'}/${guildId}/${discordEventId}`;
}

/** What a `custom_id` answers, or `null` when it is not of this question. */
export function parseAdoptionId(customId: string): AdoptionAnswer | null {
  const [, answer, guildId, discordEventId] = /^vl1\/adopt\/(yes|no)\/(\d+)\/(\d+)$/.exec(customId) ?? [];
  if (guildId === undefined || discordEventId === undefined) return null;
  return { yes: answer === 'yes', guildId, discordEventId };
}

/** Names one occurrence of a scheduled event that comes again and again. */
export function occurrenceKey({ id, fields }: Pick<FoundScheduledEvent, 'id' | 'fields'>): string {
  return `${id}:${fields.scheduled_start_time.toISOString()}`;
}
