import { escapeWithin } from '../../common/discord-text.js';
import type { EventSummary } from '../../features/events/rules/event.js';

/** A message's content (docs/discord.md). */
const CONTENT_LIMIT = 2000;
const TITLE_LIMIT = 80;

/** One line about an event; `note` says how the reader stands to it. */
export function describeEvent(event: EventSummary, note = seats(event)): string {
  const start = Math.floor(event.start_at_utc.getTime() / 1000);
  const repeats = event.series_id === null ? '' : '↻ ';
  return `• ${repeats}**${escapeWithin(event.title, TITLE_LIMIT)}** — <t:${start}:F> (<t:${start}:R>) · ${note}`;
}

/** As many lines as a message holds. */
export function fitContent(lines: readonly string[]): string {
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    length += line.length + 1;
    if (length > CONTENT_LIMIT) break;
    kept.push(line);
  }
  return kept.join('\n');
}

function seats({ seats: { confirmed }, max_participants }: EventSummary): string {
  return max_participants === null ? `👥 ${confirmed}` : `👥 ${confirmed}/${max_participants}`;
}
