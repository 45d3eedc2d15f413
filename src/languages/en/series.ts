import { markdown } from '../../common/discord-text.js';
import type { Texts } from '../texts.js';

const NTH = ['first', 'second', 'third', 'fourth', 'fifth'];

const SUFFIXES = ['th', 'st', 'nd', 'rd'];

export const series = {
  every: {
    week: 'Every week',
    two_weeks: 'Every two weeks',
    month: 'Every month, on the same weekday',
  },
  daily: (interval, days) =>
    `${interval === 1 ? 'every day' : `every ${interval} days`}${days && `, on ${days}`}`,
  weekly: (interval, days) => (interval === 1 ? `every ${days}` : `every ${interval} weeks, on ${days}`),
  monthly: (interval, days) =>
    `${interval === 1 ? 'every month' : `every ${interval} months`}, on the ${days}`,
  nthWeekday: (nth, day) => {
    const ordinal = NTH[Math.abs(nth) - 1] ?? '';
    if (nth > 0) return `${ordinal} ${day}`;
    return `${nth === -1 ? 'last' : `${ordinal} last`} ${day}`;
  },
  monthDay: (day) => {
    if (day < 0) return day === -1 ? 'last day' : `day ${-day} from the end`;
    const isTeen = day > 10 && day < 14;
    return `${day}${(isTeen ? undefined : SUFFIXES[day % 10]) ?? 'th'}`;
  },
  at: (rule, time, place) => `${rule} at ${time} (${place})`,
  until: (rule, day) => `${rule}, until ${day}`,
  times: (rule, count) => `${rule}, ${count} times`,
  created: (title, words, dates) =>
    `${markdown`🔁 **${title}**: ${words}.`}\nNext dates: ${dates}\nEach date becomes an event two weeks before, with signups of its own.`,
  heading: '🔁 Repeating events',
  line: (title, words, next) => `${markdown`• **${title}**: ${words}`}${next && ` · ${next}`}`,
  none: 'No event is repeated. `/series create` repeats one.',
  stopped: (title) =>
    markdown`✅ **${title}** is not repeated any more. Events that are published stay: cancel them if you want to.`,
  skipped: (title, day) => markdown`✅ **${title}** does not take place on ${day}.`,
} satisfies Texts['series'];
