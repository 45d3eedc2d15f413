import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useId, useMemo } from 'react';
import type { components } from '../api/schema.js';
import { Loaded } from '../layout/loaded.js';
import { Plotted } from '../layout/plotted.js';
import { useTexts } from '../texts/language.js';
import { historyQuery } from './queries.js';
import { RANGES } from './search.js';

type Figures = components['schemas']['FiguresView'];
type Step = Figures['items'][number];
type Measured = Exclude<keyof Step, 'at'>;

const route = getRouteApi('/admin/health');
const DEFAULT_RANGE = 180;

/** How the last hours went: what was asked, clicked, sent and behind. */
export function History() {
  const { admin } = useTexts();
  const texts = admin.health;
  const heading = useId();
  const { minutes = DEFAULT_RANGE } = route.useSearch();
  const query = useQuery(historyQuery(minutes));
  return (
    <section className="part" aria-labelledby={heading}>
      <header className="part-head">
        <h2 id={heading}>{texts.history}</h2>
        <nav className="choices" aria-label={texts.range}>
          {RANGES.map((range) => (
            <Link
              key={range}
              to="/admin/health"
              search={range === DEFAULT_RANGE ? {} : { minutes: range }}
              resetScroll={false}
              activeOptions={{ exact: true }}
              {...(range === minutes && { 'aria-current': 'page' as const })}
            >
              {texts.ranges[range]}
            </Link>
          ))}
        </nav>
      </header>
      <Loaded query={query} rows={4}>
        {({ items }) =>
          items.length === 0 ? <p className="panel">{texts.noHistory}</p> : <Plots items={items} />
        }
      </Loaded>
    </section>
  );
}

function Plots({ items }: { items: Figures['items'] }) {
  const { admin } = useTexts();
  const { plots, lines } = admin.health;
  const shown = useMemo(() => {
    const of = (name: string, key: Measured) => ({ name, values: items.map((step) => step[key]) });
    return [
      {
        file: 'requests',
        title: plots.requests,
        lines: [of(lines.p50, 'request_p50_ms'), of(lines.p99, 'request_p99_ms')],
        more: [of(lines.requests, 'requests')],
      },
      {
        file: 'clicks',
        title: plots.clicks,
        lines: [of(lines.p50, 'click_p50_ms'), of(lines.p99, 'click_p99_ms')],
        more: [of(lines.clicks, 'clicks')],
      },
      {
        file: 'mirrors',
        title: plots.lag,
        lines: [of(lines.lag, 'mirror_lag_seconds')],
        more: [of(lines.behind, 'mirrors_behind')],
      },
      {
        file: 'discord',
        title: plots.discord,
        lines: [of(lines.calls, 'discord_requests'), of(lines.refused, 'discord_429s')],
      },
      {
        file: 'discord-waits',
        title: plots.wait,
        lines: [of(lines.p50, 'discord_wait_p50_ms'), of(lines.p99, 'discord_wait_p99_ms')],
      },
      {
        file: 'jobs',
        title: plots.jobs,
        lines: [of(lines.finished, 'jobs_finished'), of(lines.failed, 'jobs_failed')],
        more: [of(lines.waiting, 'jobs_waiting')],
      },
    ];
  }, [items, plots, lines]);
  const moments = useMemo(() => items.map(({ at }) => Date.parse(at)), [items]);
  return (
    <div className="plots">
      {shown.map((plot) => (
        <Plotted key={plot.file} {...plot} moments={moments} />
      ))}
    </div>
  );
}
