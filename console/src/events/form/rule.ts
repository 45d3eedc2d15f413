/** How often an event comes again; `other`: by a rule that the choices cannot say. */
export const RHYTHMS = ['once', 'day', 'week', 'month_day', 'month_weekday', 'other'] as const;
type Rhythm = (typeof RHYTHMS)[number];

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
type Weekday = (typeof WEEKDAYS)[number];

/** When an event comes again, as it is chosen in the form. */
export interface Repeat {
  readonly rhythm: Rhythm;
  /** Every so many days, weeks or months. */
  readonly interval: string;
  /** Of a weekly one; none: the start's. */
  readonly days: readonly Weekday[];
  readonly end: 'never' | 'until' | 'count';
  readonly until: string;
  readonly count: string;
  /** Days before its start that an occurrence is published. */
  readonly ahead: string;
  /** A rule of RFC 5545, for `other`. */
  readonly rule: string;
}

export const ONCE: Repeat = {
  ...{ rhythm: 'once', interval: '1', days: [], end: 'never', until: '', count: '10', ahead: '14', rule: '' },
};

/** The rule of RFC 5545 that a choice means, for an event that starts then on its own clock. */
export function ruleOf(repeat: Repeat, start: string): string {
  if (repeat.rhythm === 'other') return repeat.rule;
  const interval = repeat.interval === '1' ? '' : `;INTERVAL=${repeat.interval}`;
  return [`${daysOf(repeat, start)}${interval}`, endOf(repeat)].filter((part) => part !== '').join(';');
}

function daysOf({ rhythm, days }: Repeat, start: string): string {
  const day = new Date(`${start.slice(0, 10)}T00:00Z`);
  const weekday = WEEKDAYS[(day.getUTCDay() + 6) % 7] ?? 'MO';
  switch (rhythm) {
    case 'week':
      return `FREQ=WEEKLY;BYDAY=${WEEKDAYS.filter((one) => (days.length === 0 ? one === weekday : days.includes(one))).join(',')}`;
    case 'month_day':
      return `FREQ=MONTHLY;BYMONTHDAY=${day.getUTCDate()}`;
    case 'month_weekday':
      return `FREQ=MONTHLY;BYDAY=${nthOf(start)}${weekday}`;
    default:
      return 'FREQ=DAILY';
  }
}

/** Which of its weekday in the month a day is; the fifth is the last, -1. */
function nthOf(start: string): number {
  const day = Number(start.slice(8, 10));
  return day > 28 ? -1 : Math.ceil(day / 7);
}

function endOf({ end, until, count }: Repeat): string {
  if (end === 'until') return `UNTIL=${until.replaceAll('-', '')}`;
  return end === 'count' ? `COUNT=${count}` : '';
}

/** The choice that a rule was made from; what no choice makes is `other`. */
export function repeatOf(rule: string, start: string, ahead: number): Repeat {
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
  const until = parts.get('UNTIL');
  const count = parts.get('COUNT');
  const base: Repeat = {
    ...ONCE,
    ahead: String(ahead),
    rule,
    interval: parts.get('INTERVAL') ?? '1',
    end: until !== undefined ? 'until' : count !== undefined ? 'count' : 'never',
    until: until === undefined ? '' : `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`,
    count: count ?? ONCE.count,
  };
  const named = new Set(parts.get('BYDAY')?.split(','));
  const days = WEEKDAYS.filter((day) => named.has(day));
  const choices: Repeat[] = [
    { ...base, rhythm: 'day' },
    { ...base, rhythm: 'week', days },
    { ...base, rhythm: 'month_day' },
    { ...base, rhythm: 'month_weekday' },
  ];
  const canonical = (text: string): string => text.split(';').sort().join(';');
  return (
    choices.find((choice) => canonical(ruleOf(choice, start)) === canonical(rule)) ?? {
      ...base,
      rhythm: 'other',
    }
  );
}
