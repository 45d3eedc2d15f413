import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { JOBS, SCHEDULES, TRIGGERS } from '../queue/catalogue.js';
import { JOB_GIVE_UP, JOB_HANDLER, TRIGGER_HANDLER } from '../queue/handles.js';
import type { JobWork } from '../queue/job-runner.js';

/** A marked method, bound to its room. The mark's own type has proved what it takes. */
type Method = (...args: unknown[]) => Promise<never>;

/** Every marked method of every room by what it does. A kind of work without one, or with two, stops the boot. */
@Injectable()
export class JobHandlers implements OnModuleInit {
  private readonly handles = new Map<string, Method>();
  private readonly givesUp = new Map<string, Method>();
  private readonly triggers = new Map<string, Method>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** @throws Error that names the kinds of work with no handler, or with two */
  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (typeof instance === 'object' && instance !== null) this.explore(instance as object);
    }
    requireAll(this.handles, Object.keys(JOBS));
    requireAll(this.triggers, [...Object.keys(TRIGGERS), ...Object.keys(SCHEDULES)]);
  }

  /** How jobs of a kind are done. */
  job(type: string): JobWork {
    return { handle: get(this.handles, type), giveUp: this.givesUp.get(type) };
  }

  /** What a trigger calls. */
  trigger(name: string): (payload: object) => Promise<void> {
    return get(this.triggers, name);
  }

  private explore(instance: object): void {
    const prototype: unknown = Object.getPrototypeOf(instance);
    if (typeof prototype !== 'object' || prototype === null) return;
    for (const name of this.scanner.getAllMethodNames(prototype)) {
      const method: unknown = Reflect.get(instance, name);
      if (typeof method !== 'function') continue;
      const bound = method.bind(instance) as Method;
      const marked = (mark: symbol) => this.reflector.get<readonly string[] | undefined>(mark, method) ?? [];
      register(this.handles, marked(JOB_HANDLER), bound);
      register(this.givesUp, marked(JOB_GIVE_UP), bound);
      register(this.triggers, marked(TRIGGER_HANDLER), bound);
    }
  }
}

function register(methods: Map<string, Method>, names: readonly string[], method: Method): void {
  for (const name of names) {
    if (methods.has(name)) throw new Error(`Two handlers for the job "${name}".`);
    methods.set(name, method);
  }
}

function requireAll(methods: ReadonlyMap<string, Method>, names: readonly string[]): void {
  const missing = names.filter((name) => !methods.has(name));
  if (missing.length > 0) throw new Error(`No handler for: ${missing.join(', ')}.`);
}

function get(methods: ReadonlyMap<string, Method>, name: string): Method {
  const method = methods.get(name);
  if (method === undefined) throw new Error(`No handler for the job "${name}".`);
  return method;
}
