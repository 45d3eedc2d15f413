/** What happens to an event, by what it happens to. */
export const ABOUT = ['event', 'signup', 'waitlist', 'mirror', 'notice', 'payout', 'series'] as const;
type About = (typeof ABOUT)[number];

/** Which entries are shown, as the address holds it. */
export interface TimelineSearch {
  /** Missing: all. */
  readonly about?: About | undefined;
  readonly from?: string | undefined;
  /** The entry that a link leads to. */
  readonly entry?: string | undefined;
}

export function readTimelineSearch({ about, from, entry }: Record<string, unknown>): TimelineSearch {
  return {
    about: ABOUT.find((one) => one === about),
    from: typeof from === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(from) ? from : undefined,
    entry: typeof entry === 'string' ? entry : undefined,
  };
}
