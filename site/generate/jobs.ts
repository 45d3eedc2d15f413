import { JOBS, SCHEDULES, type ScheduleName, type EnqueuedJobType } from '../../src/queue/catalogue.js';
import { JOBS_IN_WORDS, SCHEDULES_IN_WORDS } from '../texts/jobs.js';
import { type Language, table } from './markdown.js';

/** Every kind of job, what it does and how it is tried. */
export function jobsPart(language: Language): string {
  const head =
    language === 'fr'
      ? ['tâche', 'ce qu’elle fait', 'essais', 'attente entre deux essais']
      : ['job', 'what it does', 'tries', 'wait between two'];
  const rows = (Object.keys(JOBS) as EnqueuedJobType[]).map((kind) => {
    const { maxRetries, backoffMs, maxBackoffMs } = JOBS[kind].policy;
    return [
      `\`${kind}\``,
      JOBS_IN_WORDS[kind][language],
      String(maxRetries + 1),
      `${duration(backoffMs)} … ${duration(maxBackoffMs)}`,
    ];
  });
  return table(head, rows);
}

/** What runs by the clock. */
export function schedulesPart(language: Language): string {
  const head = language === 'fr' ? ['nom', 'ce qu’il fait', 'tous les'] : ['name', 'what it does', 'every'];
  const rows = (Object.keys(SCHEDULES) as ScheduleName[]).map((name) => [
    `\`${name}\``,
    SCHEDULES_IN_WORDS[name][language],
    duration(SCHEDULES[name].everyMs),
  ]);
  return table(head, rows);
}

function duration(ms: number): string {
  if (ms < 60_000) return `${String(ms / 1_000)} s`;
  if (ms < 3_600_000) return `${String(ms / 60_000)} min`;
  return `${String(ms / 3_600_000)} h`;
}
