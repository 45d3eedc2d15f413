import { Injectable, Module, type Type } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { describe, expect, it } from 'vitest';
import { JOBS, type EnqueuedJobType, type ScheduleName, SCHEDULES } from '../queue/catalogue.js';
import { GivesUpJob, HandlesJob, HandlesTrigger, type JobResult } from '../queue/handles.js';
import type { Job } from '../queue/rules/job.js';
import { JobHandlers } from './job-handlers.js';

const jobTypes = Object.keys(JOBS) as EnqueuedJobType[];
const schedules = Object.keys(SCHEDULES) as ScheduleName[];
const row = {} as Job;

/** A room that does jobs of these kinds. */
function worker(...types: readonly EnqueuedJobType[]): Type {
  @Injectable()
  class Worker {
    private readonly name = 'the room';

    @HandlesJob(...types)
    work(payload: object): Promise<JobResult> {
      return Promise.resolve({ by: this.name, payload });
    }

    @GivesUpJob(...types)
    giveUp(): Promise<void> {
      return Promise.reject(new Error('heard'));
    }
  }
  return Worker;
}

/** A room for each schedule. */
const clocks = (names: readonly ScheduleName[]) =>
  names.map((name): Type => {
    @Injectable()
    class Clock {
      @HandlesTrigger(name)
      strike(): Promise<void> {
        return Promise.resolve();
      }
    }
    return Clock;
  });

@Injectable()
class Mirrors {
  readonly followed: string[] = [];

  @HandlesTrigger('mirror_event')
  follow({ event_id }: { readonly event_id: string }): Promise<void> {
    this.followed.push(event_id);
    return Promise.resolve();
  }

  @HandlesTrigger('mirror_guild')
  followGuild(): Promise<void> {
    return Promise.resolve();
  }

  @HandlesTrigger('read_back_guild')
  readBack(): Promise<void> {
    return Promise.resolve();
  }

  @HandlesTrigger('compare_organization')
  compareOrganization(): Promise<void> {
    return Promise.resolve();
  }

  @HandlesTrigger('match_guild_roles')
  matchRoles(): Promise<void> {
    return Promise.resolve();
  }

  @HandlesTrigger('retry_guild_channels')
  retryChannels(): Promise<void> {
    return Promise.resolve();
  }

  @HandlesTrigger('recheck_server')
  recheck(): Promise<void> {
    return Promise.resolve();
  }
}

async function boot(...rooms: readonly Type[]) {
  @Module({ imports: [DiscoveryModule], providers: [JobHandlers, ...rooms] })
  class Application {}
  const app = await NestFactory.createApplicationContext(Application, { logger: false, abortOnError: false });
  await app.close();
  return app;
}

const triggers = [Mirrors, ...clocks(schedules)];

describe('JobHandlers', () => {
  it('finds the marked methods of the rooms, and calls them as theirs', async () => {
    const app = await boot(worker(...jobTypes), ...triggers);
    const handlers = app.get(JobHandlers);
    const { handle, giveUp } = handlers.job('webhook_delivery');
    expect(await handle({ delivery_id: 'a' }, row)).toEqual({
      by: 'the room',
      payload: { delivery_id: 'a' },
    });
    await expect(giveUp?.({}, row, 'why')).rejects.toThrow('heard');
    await handlers.trigger('mirror_event')({ event_id: 'e' });
    expect(app.get(Mirrors).followed).toEqual(['e']);
  });

  it('stops the boot when a kind of job has no handler', async () => {
    await expect(boot(worker(...jobTypes.slice(1)), ...triggers)).rejects.toThrow(
      /No handler for: create_discord_event/,
    );
  });

  it('stops the boot when a trigger has no handler', async () => {
    await expect(boot(worker(...jobTypes), ...clocks(schedules))).rejects.toThrow(
      /No handler for: mirror_event, mirror_guild/,
    );
    await expect(boot(worker(...jobTypes), Mirrors, ...clocks(schedules.slice(1)))).rejects.toThrow(
      `No handler for: ${schedules[0] ?? ''}`,
    );
  });

  it('stops the boot when a kind of job has two handlers', async () => {
    await expect(boot(worker(...jobTypes), worker('manage_roles'), ...triggers)).rejects.toThrow(
      /Two handlers for the job "manage_roles"/,
    );
  });
});
