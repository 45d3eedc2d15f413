import { Injectable } from '@nestjs/common';
import type { JobPayload } from '../../queue/catalogue.js';
import { GivesUpJob, HandlesJob, type JobResult } from '../../queue/handles.js';
import { PermanentFailure } from '../../queue/rules/outcome.js';

/** What a member is told about, by the field of the job that names it. */
type Subject = 'plan_change_id' | 'delivery_id';

/** Tells members of one kind of things; as `@HandlesJob` and `@GivesUpJob`. */
export interface Teller {
  tell(id: string): Promise<JobResult>;
  giveUp(id: string, reason: string): Promise<void>;
}

/** Jobs that tell members something directly. The rooms that know what it is about say how, when they start. */
@Injectable()
export class NotifyJobs {
  private readonly tellers = new Map<Subject, Teller>();

  tellOf(subject: Subject, teller: Teller): void {
    this.tellers.set(subject, teller);
  }

  @HandlesJob('notify_user')
  async notify(payload: JobPayload<'notify_user'>): Promise<JobResult> {
    const { teller, id } = this.find(payload);
    return teller.tell(id);
  }

  @GivesUpJob('notify_user')
  async giveUp(payload: JobPayload<'notify_user'>, _job: unknown, reason: string): Promise<void> {
    const { teller, id } = this.find(payload);
    await teller.giveUp(id, reason);
  }

  /** @throws PermanentFailure for what no room here tells of */
  private find({ plan_change_id, delivery_id }: JobPayload<'notify_user'>): { teller: Teller; id: string } {
    const subject = plan_change_id === undefined ? 'delivery_id' : 'plan_change_id';
    const teller = this.tellers.get(subject);
    const id = plan_change_id ?? delivery_id;
    if (teller === undefined || id === undefined)
      throw new PermanentFailure('The job does not say what to tell.');
    return { teller, id };
  }
}
