import { JOB_POLICIES } from '../queue/job-catalogue.js';
import type { JobHandler, TriggerHandler } from './job-handler.js';

const TRIGGERS = [
  'mirror_event',
  'mirror_guild',
  'bot_events',
  'compare_memberships',
  'watch_bot',
  'sweep',
] as const;

/** Every handler by what it handles. A kind of work with no handler, or with two, stops the boot. */
export class JobHandlers {
  private readonly jobs = new Map<string, JobHandler>();
  private readonly triggers = new Map<string, TriggerHandler>();

  constructor(jobHandlers: readonly JobHandler[], triggerHandlers: readonly TriggerHandler[]) {
    for (const handler of jobHandlers) {
      for (const type of handler.types) register(this.jobs, type, handler);
    }
    for (const handler of triggerHandlers) register(this.triggers, handler.name, handler);
    requireAll(this.jobs, Object.keys(JOB_POLICIES));
    requireAll(this.triggers, TRIGGERS);
  }

  job(type: string): JobHandler {
    return get(this.jobs, type);
  }

  trigger(name: string): TriggerHandler {
    return get(this.triggers, name);
  }
}

function register<T>(handlers: Map<string, T>, name: string, handler: T): void {
  if (handlers.has(name)) throw new Error(`Two handlers for the job "${name}".`);
  handlers.set(name, handler);
}

function requireAll(handlers: ReadonlyMap<string, unknown>, names: readonly string[]): void {
  const missing = names.filter((name) => !handlers.has(name));
  if (missing.length > 0) throw new Error(`No handler for: ${missing.join(', ')}.`);
}

function get<T>(handlers: ReadonlyMap<string, T>, name: string): T {
  const handler = handlers.get(name);
  if (handler === undefined) throw new Error(`No handler for the job "${name}".`);
  return handler;
}
