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
