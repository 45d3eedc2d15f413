import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Loaded } from '../layout/loaded.js';
import { Nothing } from '../layout/nothing.js';
import { useTitle } from '../layout/title.js';
import { useTexts } from '../texts/language.js';
import { Plot } from './plot.js';
import { healthQuery, interactionsQuery, statsQuery } from './queries.js';

/** Whether the Discord side is well, how much there is to do, and how soon clicks are acknowledged. */
export function HealthPage() {
  const { admin } = useTexts();
  const texts = admin.health;
  useTitle(texts.title);
  return (
    <>
      <header className="page-head">
        <h1>{texts.title}</h1>
      </header>
      <State />
      <Figures />
      <Interactions />
    </>
  );
}

function State() {
  const { admin } = useTexts();
  const texts = admin.health;
  const query = useQuery(healthQuery);
  return (
    <Loaded query={query} rows={1}>
      {({ status, version, bot_token_configured: hasToken }) => (
        <section className="panel">
          <h2>
            {texts.discord} <span className={`state health-${status}`}>{texts.states[status]}</span>
          </h2>
          {!hasToken && <p>{texts.noToken}</p>}
          <p className="quiet">{texts.version(version)}</p>
        </section>
      )}
    </Loaded>
  );
}

function Figures() {
  const { admin } = useTexts();
  const texts = admin.health;
  const query = useQuery(statsQuery);
  return (
    <Loaded query={query} rows={2}>
      {(stats) => {
        const last = stats.last_24h_activity;
        const figures = [
          [texts.figures.pending, stats.pending_jobs],
          [texts.figures.failed, stats.failed_jobs],
          [texts.figures.completedToday, last.jobs_completed],
          [texts.figures.failedToday, last.jobs_failed],
          [texts.figures.clicksToday, last.interactions],
          [texts.figures.servers, stats.active_guilds],
          [texts.figures.sent, stats.total_webhooks_sent],
          [texts.figures.received, stats.total_webhooks_received],
        ] as const;
        return (
          <dl className="figures">
            {figures.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        );
      }}
    </Loaded>
  );
}

function Interactions() {
  const { admin } = useTexts();
  const texts = admin.health;
  const heading = useId();
  const query = useQuery(interactionsQuery);
  return (
    <section className="part" aria-labelledby={heading}>
      <h2 id={heading}>{texts.clicks}</h2>
      <Loaded query={query} rows={3}>
        {(rows) => {
          const days = [...Map.groupBy(rows, ({ day }) => day)].toSorted(([a], [b]) => a.localeCompare(b));
          if (days.length === 0) return <Nothing title={texts.noClicks}>{null}</Nothing>;
          const table = days.map(([day, ofDay]) => {
            const count = ofDay.reduce((sum, row) => sum + row.count, 0);
            const waited = ofDay.reduce((sum, row) => sum + row.count * row.average_ack_ms, 0);
            return {
              day,
              count,
              average: count === 0 ? 0 : Math.round(waited / count),
              longest: Math.round(Math.max(...ofDay.map(({ longest_ack_ms: ms }) => ms))),
            };
          });
          return (
            <>
              <Plot
                label={texts.clicks}
                days={table.map(({ day }) => day)}
                series={[
                  { name: texts.average, values: table.map(({ average }) => average), color: 'caret-color' },
                  {
                    name: texts.longest,
                    values: table.map(({ longest }) => longest),
                    color: 'column-rule-color',
                  },
                ]}
              />
              <div className="table-wrap" tabIndex={0} role="region" aria-labelledby={heading}>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">{texts.day}</th>
                      <th scope="col">{texts.count}</th>
                      <th scope="col">{texts.average}</th>
                      <th scope="col">{texts.longest}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {table.toReversed().map(({ day, count, average, longest }) => (
                      <tr key={day}>
                        <th scope="row">{day}</th>
                        <td>{count}</td>
                        <td>{average}</td>
                        <td>{longest}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
