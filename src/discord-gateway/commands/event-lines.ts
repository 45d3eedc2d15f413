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

/**
 * As many lines as a message holds.
 * @param more says how many are left out, and where they are
 */
export function fitContent(lines: readonly string[], more: (count: number) => string): string {
  const whole = lines.join('\n');
  if (whole.length <= CONTENT_LIMIT) return whole;
  let room = CONTENT_LIMIT - more(lines.length).length;
  const fitting = lines.findIndex((line) => (room -= line.length + 1) < 0);
  return [...lines.slice(0, fitting), more(lines.length - fitting)].join('\n');
}

function seats({ seats: { confirmed }, max_participants }: EventSummary): string {
  return max_participants === null ? `👥 ${confirmed}` : `👥 ${confirmed}/${max_participants}`;
}
