import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { HealthMemory, type WatchedService } from './rules/health-change.js';
import { isDuplicateKey } from '../../infra/duplicate-key.js';
import { HEALTH_STATE_MODEL, type HealthStateDocument } from './health-states.schema.js';

/** What is remembered of watched services, for all processes together. */
@Injectable()
export class HealthStatesRepository extends HealthMemory {
  constructor(@InjectModel(HEALTH_STATE_MODEL) private readonly states: Model<HealthStateDocument>) {
    super();
  }

  override async wasHealthy(service: WatchedService): Promise<boolean | null> {
    return (await this.states.findById(service).lean())?.healthy ?? null;
  }

  override async exchange(service: WatchedService, healthy: boolean): Promise<Date | null | 'same'> {
    try {
      const before = await this.states
        .findOneAndUpdate(
          { _id: service, healthy: !healthy },
          { $set: { healthy, since: new Date() } },
          { upsert: true, returnDocument: 'before' },
        )
        .lean();
      return before?.since ?? null;
    } catch (error) {
      // It is there already, and as we found it.
      if (isDuplicateKey(error)) return 'same';
      throw error;
    }
  }
}
