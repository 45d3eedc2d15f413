import { expect, it } from 'vitest';
import { GivesUpJob, HandlesJob, HandlesTrigger, type JobResult } from './handles.js';
import type { EnqueueRequest } from './job-queue.js';

const done = (): Promise<JobResult> => Promise.resolve({});

/** Compiled only: each expected error is a mistake that the compiler has to refuse. */
class Room {
  @HandlesJob('webhook_delivery')
  takesItsOwnPayload(_payload: { readonly delivery_id: string }): Promise<JobResult> {
    return done();
  }

  // @ts-expect-error a mirror's payload holds no delivery
  @HandlesJob('update_discord_event')
  takesAnother(_payload: { readonly delivery_id: string }): Promise<JobResult> {
    return done();
  }

  // @ts-expect-error one of the two kinds brings no delivery
  @HandlesJob('webhook_delivery', 'update_discord_event')
  takesOneOfTwo(_payload: { readonly delivery_id: string }): Promise<JobResult> {
    return done();
  }

  // @ts-expect-error a job has a result
  @HandlesJob('webhook_delivery')
  answersNothing(): Promise<void> {
    return Promise.resolve();
  }

  // @ts-expect-error the reason comes third
  @GivesUpJob('webhook_delivery')
  hearsAnother(_payload: { readonly delivery_id: string }, _job: string): Promise<void> {
    return Promise.resolve();
  }

  // @ts-expect-error this trigger says which server, not which event
  @HandlesTrigger('mirror_guild')
  followsAnother(_payload: { readonly event_id: string }): Promise<void> {
    return Promise.resolve();
  }
}

const requests: EnqueueRequest[] = [
  { type: 'webhook_delivery', payload: { delivery_id: 'a' }, delayMs: 5 },
  // @ts-expect-error a delivery's payload holds no event
  { type: 'webhook_delivery', payload: { event_id: 'a' } },
  // @ts-expect-error this kind is not in the catalogue
  { type: 'make_coffee', payload: {} },
];

it('is refused by the compiler where a payload does not fit its kind', () => {
  expect([Room, requests]).toHaveLength(2);
});
