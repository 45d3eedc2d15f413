import { describe, expect, it } from 'vitest';
import type { Job } from '../queue/rules/job.js';
import type { EnqueuedJobType, TriggerName } from '../queue/job-catalogue.js';
import { JOB_POLICIES } from '../queue/job-catalogue.js';
import { JobHandler, TriggerHandler } from './job-handler.js';
import { JobHandlers } from './job-handlers.js';

class AnyJob extends JobHandler {
  constructor(readonly types: readonly EnqueuedJobType[]) {
    super();
  }

  handle(_job: Job): Promise<Record<string, unknown>> {
    return Promise.resolve({});
  }

  giveUp(): Promise<void> {
    return Promise.resolve();
  }
}

class AnyTrigger extends TriggerHandler {
  constructor(readonly name: TriggerName) {
    super();
  }

  handle(): Promise<void> {
    return Promise.resolve();
  }
}

const all = Object.keys(JOB_POLICIES) as EnqueuedJobType[];
const triggers = (
  ['mirror_event', 'mirror_guild', 'bot_events', 'compare_memberships', 'watch_bot', 'sweep'] as const
).map((name) => new AnyTrigger(name));

describe('JobHandlers', () => {
  it('finds each handler by its name', () => {
    const job = new AnyJob(all);
    const handlers = new JobHandlers([job], triggers);
    expect(handlers.job('create_discord_event')).toBe(job);
    expect(handlers.trigger('sweep')).toBe(triggers.at(-1));
  });

  it('stops the boot when a job has no handler', () => {
    expect(() => new JobHandlers([new AnyJob(all.slice(1))], triggers)).toThrow(
      /No handler for: create_discord_event/,
    );
  });

  it('stops the boot when a trigger has no handler', () => {
    expect(() => new JobHandlers([new AnyJob(all)], triggers.slice(1))).toThrow(
      /No handler for: mirror_event/,
    );
  });

  it('stops the boot when a job has two handlers', () => {
    expect(() => new JobHandlers([new AnyJob(all), new AnyJob(all)], triggers)).toThrow(/Two handlers/);
  });
});
