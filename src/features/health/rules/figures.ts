/** What was counted or measured in a minute, by name. Histograms count by bucket: `request:0.25` is what took a quarter second at most. */
export type Tally = Readonly<Record<string, number>>;

/** What took how long, by the names of the histograms in a tally. */
const TIMED = ['request', 'click', 'discord_wait'] as const;

/** What is counted, by its name in a tally. */
const COUNTED = ['discord_requests', 'discord_429s', 'jobs_finished', 'jobs_failed'] as const;

/** What is measured once a minute, by its name in a tally. */
const MEASURED = [
  'jobs_waiting',
  'jobs_active',
  'jobs_delayed',
  'mirrors_behind',
  'mirror_lag_seconds',
] as const;

type Quantile = `${(typeof TIMED)[number]}_${'p50' | 'p99'}_ms`;

/** The figures of one step of time, of all processes together; `null` where nothing was measured. */
export type Figures = { readonly at: Date } & Readonly<
  Record<'requests' | 'clicks' | (typeof COUNTED)[number], number> &
    Record<Quantile | (typeof MEASURED)[number], number | null>
>;

/** The figures of tallies that belong to one step: what was counted added up, of what was measured the worst. */
export function figuresOf(at: Date, tallies: readonly Tally[]): Figures {
  const sum = (name: string): number => tallies.reduce((so, tally) => so + (tally[name] ?? 0), 0);
  const worst = (name: string): number | null => {
    const measured = tallies.map((tally) => tally[name]).filter((value) => value !== undefined);
    return measured.length === 0 ? null : Math.max(...measured);
  };
  const buckets = (name: string): Bucket[] => {
    const names = new Set(tallies.flatMap(Object.keys).filter((one) => one.startsWith(`${name}:`)));
    return [...names].map((one) => ({ upTo: Number(one.slice(name.length + 1)), count: sum(one) }));
  };
  const quantiles = TIMED.flatMap((name) => {
    const found = buckets(name);
    return [
      [`${name}_p50_ms`, quantileOf(found, 0.5)],
      [`${name}_p99_ms`, quantileOf(found, 0.99)],
    ];
  });
  return {
    at,
    requests: sum('request:Infinity'),
    clicks: sum('click:Infinity'),
    ...Object.fromEntries(COUNTED.map((name) => [name, sum(name)])),
    ...Object.fromEntries(MEASURED.map((name) => [name, worst(name)])),
    ...Object.fromEntries(quantiles),
  } as Figures;
}

/** How many took up to so many seconds. */
interface Bucket {
  readonly upTo: number;
  readonly count: number;
}

/**
 * Below how many milliseconds a share of all stayed, as Prometheus tells it of a histogram: even within a bucket.
 * @returns `null` of nothing
 */
function quantileOf(buckets: readonly Bucket[], share: number): number | null {
  const rising = buckets.toSorted((a, b) => a.upTo - b.upTo);
  const wanted = (rising.at(-1)?.count ?? 0) * share;
  if (wanted === 0) return null;
  let before: Bucket = { upTo: 0, count: 0 };
  for (const bucket of rising) {
    if (bucket.count >= wanted) {
      const part = (wanted - before.count) / (bucket.count - before.count);
      // What took longer than the last bound took at least as long.
      const upTo = Number.isFinite(bucket.upTo) ? bucket.upTo : before.upTo;
      return Math.round((before.upTo + part * (upTo - before.upTo)) * 1_000 * 10) / 10;
    }
    before = bucket;
  }
  return null;
}
