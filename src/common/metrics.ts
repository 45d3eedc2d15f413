import { collectDefaultMetrics, Counter, Gauge, Histogram, register } from 'prom-client';

// What `GET /metrics` shows of this process, in one place. Labels have few values: never an id, never a text.

collectDefaultMetrics();

/** 1 while the other half of VerseLink is well, as this process saw it last. */
export const healthState = new Gauge({
  name: 'verselink_health_state',
  help: 'Whether a watched service was healthy at the last look (1) or not (0).',
  labelNames: ['service'] as const,
});

export const healthCheckSeconds = new Histogram({
  name: 'verselink_health_check_seconds',
  help: 'How long health checks of the other half took.',
  labelNames: ['service'] as const,
  buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
});

/** Set when the metrics are asked for. */
export const queueJobs = new Gauge({
  name: 'verselink_queue_jobs',
  help: 'Jobs in the queue, by state.',
  labelNames: ['state'] as const,
});

export const jobsFinished = new Counter({
  name: 'verselink_jobs_total',
  help: 'Runs of jobs, by how they ended.',
  labelNames: ['job_type', 'result'] as const,
});

export const jobSeconds = new Histogram({
  name: 'verselink_job_seconds',
  help: 'How long one run of a job took.',
  labelNames: ['job_type'] as const,
  buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
});

/** Set when the metrics are asked for. */
export const mirrorsBehind = new Gauge({
  name: 'verselink_mirrors_behind',
  help: 'Mirrors on Discord servers that do not show the latest change yet.',
});

/** Set when the metrics are asked for. */
export const mirrorLagSeconds = new Gauge({
  name: 'verselink_mirror_lag_seconds',
  help: 'For how long the oldest mirror that is behind has been due.',
});

export const requestSeconds = new Histogram({
  name: 'verselink_request_seconds',
  help: 'How long requests of the REST API took, by the class of their status; without health checks and streams.',
  labelNames: ['status'] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});

export const interactionSeconds = new Histogram({
  name: 'verselink_interaction_ack_seconds',
  help: 'From taking an interaction up to its acknowledgement. Discord waits 3 s.',
  labelNames: ['kind'] as const,
  buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 3],
});

export const discordRequests = new Counter({
  name: 'verselink_discord_requests_total',
  help: "Calls to Discord's REST API, by method, route and status (0 for a call without an answer).",
  labelNames: ['method', 'route', 'status'] as const,
});

export const budgetWaitSeconds = new Histogram({
  name: 'verselink_discord_budget_wait_seconds',
  help: "How long calls waited for their turn within Discord's limits.",
  buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});

/** What this process has counted since it began, for the figures of the last day: histograms by bucket, `request:0.25`. */
export async function readTally(): Promise<Record<string, number>> {
  const tally: Record<string, number> = {};
  const add = (name: string, value: number): void => {
    tally[name] = (tally[name] ?? 0) + value;
  };
  const timed = { request: requestSeconds, click: interactionSeconds, discord_wait: budgetWaitSeconds };
  for (const [name, histogram] of Object.entries(timed)) {
    const { values } = await histogram.get();
    for (const { labels, metricName, value } of values) {
      const upTo = 'le' in labels ? String(labels.le).replace('+Inf', 'Infinity') : '';
      if (metricName?.endsWith('_bucket') === true) add(`${name}:${upTo}`, value);
    }
  }
  for (const { labels, value } of (await discordRequests.get()).values) {
    add('discord_requests', value);
    if (Number(labels.status) === 429) add('discord_429s', value);
  }
  for (const { labels, value } of (await jobsFinished.get()).values) {
    if (labels.result !== 'postponed') add('jobs_finished', value);
    if (labels.result === 'failed') add('jobs_failed', value);
  }
  return tally;
}

/** Everything as Prometheus reads it. */
export const readMetrics = async (): Promise<{ readonly type: string; readonly text: string }> => ({
  type: register.contentType,
  text: await register.metrics(),
});
