import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useDates } from '../format/dates.js';
import { Loaded } from '../layout/loaded.js';
import { Nothing } from '../layout/nothing.js';
import { Plotted } from '../layout/plotted.js';
import { Table } from '../layout/table.js';
import { useTitle } from '../layout/title.js';
import { useTexts } from '../texts/language.js';
import { History } from './history.js';
import { healthQuery, interactionsQuery, stateQuery, statsQuery } from './queries.js';

/** Whether all parts are well, how much there is to do, and how soon things were answered. */
export function HealthPage() {
  const { admin } = useTexts();
  useTitle(admin.health.title);
  return (
    <>
      <header className="page-head">
        <h1>{admin.health.title}</h1>
      </header>
      <Parts />
      <Queues />
      <Figures />
      <History />
      <Interactions />
    </>
  );
}

interface Part {
  readonly name: string;
  readonly isWell: boolean;
  readonly says: string;
}

/** Every part of the installation: what is not well comes first. */
function Parts() {
  const { admin } = useTexts();
  const texts = admin.health;
  const { momentOf } = useDates();
  const state = useQuery(stateQuery);
  const health = useQuery(healthQuery);
  return (
    <Loaded query={state} rows={2}>
      {({ database, redis, services, discord_backlog_ms: backlog }) => {
        const answers = (isWell: boolean) => ({ isWell, says: isWell ? texts.well : texts.away });
        const { data: discord } = health;
        const parts: Part[] = [
          ...(discord === undefined
            ? []
            : [{ name: texts.parts.discord, ...answers(discord.status === 'healthy') }]),
          ...services.map(({ service, healthy, since }) => ({
            name: texts.parts[service],
            isWell: healthy,
            says: `${healthy ? texts.well : texts.away} ${texts.since(momentOf(new Date(since)))}`,
          })),
          { name: texts.parts.database, ...answers(database) },
          { name: texts.parts.redis, ...answers(redis) },
          {
            name: texts.parts.limit,
            isWell: backlog !== null && backlog < 5_000,
            says: backlog === null ? texts.unknown : texts.backlog(backlog),
          },
        ];
        const isWell = parts.every((part) => part.isWell);
        return (
          <section className={`panel wide verdict parts-verdict ${isWell ? 'good' : 'bad'}`}>
            <h2>
              <span role="status">{texts.verdict[isWell ? 'good' : 'bad']}</span>
            </h2>
            <ul className="parts">
              {parts
                .toSorted((a, b) => Number(a.isWell) - Number(b.isWell))
                .map((part) => (
                  <li key={part.name}>
                    <span aria-hidden="true" className={part.isWell ? 'sign good' : 'sign bad'}>
                      {part.isWell ? '✓' : '!'}
                    </span>
                    <span>
                      {part.name} <span className="quiet">{part.says}</span>
                    </span>
                  </li>
                ))}
            </ul>
            {discord?.bot_token_configured === false && <p>{texts.noToken}</p>}
            {discord !== undefined && <p className="quiet">{texts.version(discord.version)}</p>}
          </section>
        );
      }}
    </Loaded>
  );
}

function Queues() {
  const { admin } = useTexts();
  const texts = admin.health;
  const heading = useId();
  const query = useQuery(stateQuery);
  const names: Readonly<Record<string, string>> = texts.queueNames;
  return (
    <section className="part" aria-labelledby={heading}>
      <header className="part-head">
        <h2 id={heading}>{texts.queues}</h2>
        <a className="button" href="/admin/queues" target="_blank" rel="noreferrer">
          {texts.board} <span aria-hidden="true">↗</span>
        </a>
      </header>
      <Loaded query={query} rows={2}>
        {({ queues }) => (
          <Table
            label={texts.queues}
            columns={[texts.queue, texts.waiting, texts.active, texts.delayed]}
            rows={queues.map(({ name, waiting, active, delayed }) => ({
              key: name,
              cells: [names[name] ?? name, waiting, active, delayed],
            }))}
          />
        )}
      </Loaded>
    </section>
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

/** How soon clicks were answered, by days: for longer than the figures of minutes are kept. */
function Interactions() {
  const { admin } = useTexts();
  const texts = admin.health;
  const query = useQuery(interactionsQuery);
  return (
    <Loaded query={query} rows={3}>
      {(rows) => {
        const days = [...Map.groupBy(rows, ({ day }) => day)].toSorted(([a], [b]) => a.localeCompare(b));
        if (days.length === 0) return <Nothing title={texts.noClicks}>{null}</Nothing>;
        const counts = days.map(([, ofDay]) => ofDay.reduce((sum, { count }) => sum + count, 0));
        const averages = days.map(([, ofDay], index) => {
          const waited = ofDay.reduce((sum, row) => sum + row.count * row.average_ack_ms, 0);
          return Math.round(waited / Math.max(counts[index] ?? 0, 1));
        });
        const longest = days.map(([, ofDay]) =>
          Math.round(Math.max(...ofDay.map((row) => row.longest_ack_ms))),
        );
        return (
          <Plotted
            title={texts.clicks}
            file="clicks"
            daily
            moments={days.map(([day]) => Date.parse(day))}
            lines={[
              { name: texts.average, values: averages },
              { name: texts.longest, values: longest },
            ]}
            more={[{ name: texts.count, values: counts }]}
          />
        );
      }}
    </Loaded>
  );
}
