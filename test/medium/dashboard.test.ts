import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { INTERNAL_SECRET, startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';
import { aScene } from '../support/scene.js';

// The dashboard of ops/ against what a process really tells Prometheus.

interface Panel {
  readonly title: string;
  readonly targets: readonly { readonly expr: string }[];
}

const root = path.resolve(import.meta.dirname, '../..');
const dashboard = JSON.parse(
  readFileSync(path.join(root, 'ops/grafana/dashboards/verselink.json'), 'utf8'),
) as { readonly panels: readonly Panel[] };

let discord: TestDiscord;
let app: TestApp;

beforeAll(async () => {
  discord = await startDiscord();
  app = await startApp({ run: 'api,bot,worker', env: discord.env });
}, 60_000);
afterAll(async () => {
  await app.close();
  await discord.close();
});

const read = async () => (await new Client(app.internalUrl, INTERNAL_SECRET).get<string>('/metrics')).body;

/** What a query may name: each metric, and of a histogram its parts. */
async function names(): Promise<ReadonlySet<string>> {
  const types = [...(await read()).matchAll(/^# TYPE (\S+) (\S+)$/gm)];
  return new Set(
    types.flatMap(([, name = '', type]) =>
      type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    ),
  );
}

/** The metrics in a query, told from functions and labels by their prefix. */
const metricsIn = (expr: string) => expr.match(/\b(?:verselink|process|nodejs)_\w+/g) ?? [];

it.each(dashboard.panels)('the panel "$title" asks for metrics that there are', async ({ targets }) => {
  const asked = targets.flatMap(({ expr }) => metricsIn(expr));
  expect(asked.length).toBeGreaterThanOrEqual(targets.length);
  const known = await names();
  expect(asked.filter((name) => !known.has(name))).toEqual([]);
});

it('every alert asks for metrics that there are, and has its paragraph in docs/operations.md', async () => {
  const rules = readFileSync(path.join(root, 'ops/prometheus/alerts.yml'), 'utf8');
  const page = readFileSync(path.join(root, 'docs/operations.md'), 'utf8');
  const alerts = [...rules.matchAll(/- alert: (\w+)\n\s+expr: (.+)/g)];
  expect(alerts.length).toBe(rules.match(/- alert:/g)?.length);
  const known = await names();
  for (const [, name = '', expr = ''] of alerts) {
    expect(metricsIn(expr).filter((metric) => !known.has(metric))).toEqual([]);
    expect(expr).toMatch(/\bup\{|verselink_|nodejs_/);
    expect(page).toContain(`**${name}**`);
  }
});

it('every metric of ours is on a panel', async () => {
  const plain = (name: string) => name.replace(/_(?:bucket|sum|count)$/, '');
  const shown = dashboard.panels
    .flatMap(({ targets }) => targets.flatMap(({ expr }) => metricsIn(expr)))
    .map(plain);
  const ours = [...(await names())].filter((name) => name.startsWith('verselink_')).map(plain);
  expect(ours.filter((name) => !shown.includes(name))).toEqual([]);
});

it('the metrics tell of jobs, mirrors and requests to Discord as they happen', async () => {
  const scene = await aScene(app);
  await scene.register(await discord.guild([]));
  await scene.event();
  await expect
    .poll(read, { timeout: 20_000 })
    .toMatch(/verselink_jobs_total\{job_type="create_discord_event",result="completed"\} 1/);
  const text = await read();
  expect(text).toMatch(/verselink_job_seconds_count\{job_type="create_discord_event"\} [1-9]/);
  expect(text).toMatch(
    /verselink_discord_requests_total\{method="POST",route="\/guilds\/:id\/scheduled-events",status="200"\} 1/,
  );
  expect(text).toMatch(/verselink_discord_budget_wait_seconds_count [1-9]/);
  expect(text).toMatch(/verselink_mirrors_behind 0/);
  expect(text).toMatch(/verselink_mirror_lag_seconds 0/);
  // No id may be a label: each would be a series of its own.
  expect(text).not.toMatch(/\{[^}]*\d{17,20}/);
});
