import {
  GuildScheduledEventRecurrenceRuleFrequency as Frequency,
  type APIGuildScheduledEventRecurrenceRule,
} from 'discord-api-types/v10';

const DAY_MS = 86_400_000;
/** How far ahead the next occurrence is looked for: the 29th of February may take eight years to come back. */
const LONGEST_SEARCH_DAYS = 366 * 8;
/** The `n` of a monthly rule that means the last such weekday. */
const LAST = 5;

/** The first occurrence of a rule after a time (both in milliseconds since 1970); null if it never comes again. */
export function nextOccurrence(rule: APIGuildScheduledEventRecurrenceRule, after: number): number | null {
  const start = Date.parse(rule.start);
  const first = Math.max(0, Math.floor((after - start) / DAY_MS));
  for (let day = first; day <= first + LONGEST_SEARCH_DAYS; day += 1) {
    const time = start + day * DAY_MS;
    if (time > after && isOccurrence(rule, time)) return time;
  }
  return null;
}

/** Whether a rule names this time. Days are those of UTC, as in Discord's own rules. */
export function isOccurrence(rule: APIGuildScheduledEventRecurrenceRule, time: number): boolean {
  const elapsed = time - Date.parse(rule.start);
  if (elapsed < 0 || elapsed % DAY_MS !== 0) return false;
  const date = new Date(time);
  // Discord's week starts on Monday.
  const weekday = (date.getUTCDay() + 6) % 7;
  switch (rule.frequency) {
    case Frequency.Daily:
      return !rule.by_weekday || (rule.by_weekday as number[]).includes(weekday);
    case Frequency.Weekly:
      return (
        rule.by_weekday?.includes(weekday) === true &&
        Math.floor(elapsed / (7 * DAY_MS)) % rule.interval === 0
      );
    case Frequency.Monthly:
      return rule.by_n_weekday?.some(({ n, day }) => (day as number) === weekday && isNth(date, n)) === true;
    case Frequency.Yearly:
      return (
        rule.by_month?.includes(date.getUTCMonth() + 1) === true &&
        rule.by_month_day?.includes(date.getUTCDate()) === true
      );
  }
}

/** Whether a day is the nth of its weekday in its month. */
function isNth(date: Date, n: number): boolean {
  if (n === LAST) return new Date(date.getTime() + 7 * DAY_MS).getUTCMonth() !== date.getUTCMonth();
  return Math.ceil(date.getUTCDate() / 7) === n;
}
