import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { isDuplicateKey } from '../../infra/duplicate-key.js';
import {
  changeOf,
  type HealthChange,
  HealthMemory,
  type HealthSighting,
  type HealthStanding,
  isNews,
  type WatchedService,
} from './rules/health-change.js';
import { HEALTH_STATE_MODEL, type HealthStateDocument } from './health-states.schema.js';

/** What is remembered of watched services, for all processes together. */
@Injectable()
export class HealthStatesRepository extends HealthMemory {
  constructor(@InjectModel(HEALTH_STATE_MODEL) private readonly states: Model<HealthStateDocument>) {
    super();
  }

  /** The services that were seen, and since when they are as they are. */
  async list(): Promise<HealthStanding[]> {
    const states = await this.states.find({}, { untold: 0 }).sort({ _id: 1 }).lean();
    return states.map(({ _id: service, healthy, since }) => ({ service, healthy, since }));
  }

  override async wasHealthy(service: WatchedService): Promise<boolean | null> {
    return (await this.states.findById(service).lean())?.healthy ?? null;
  }

  override async remember(sighting: HealthSighting): Promise<HealthChange | null> {
    const healthy = sighting.state === 'healthy';
    const before = await this.states.findById(sighting.service).lean();
    if (before?.healthy === healthy) return null;
    const change = changeOf(sighting, before);
    const state = { healthy, since: change.at, untold: isNews(change) ? [change] : [] };
    const isOurs =
      before === null ? await this.begin({ _id: change.service, ...state }) : await this.turn(before, state);
    return isOurs ? change : null;
  }

  override async listUntold(service: WatchedService, before: Date): Promise<readonly HealthChange[]> {
    const state = await this.states.findById(service).lean();
    return (state?.untold ?? []).filter(({ at }) => at < before);
  }

  override async told({ id, service }: HealthChange): Promise<void> {
    await this.states.updateOne({ _id: service }, { $pull: { untold: { id } } });
  }

  /** @returns whether the service was unknown until now */
  private async begin(state: HealthStateDocument): Promise<boolean> {
    try {
      await this.states.create(state);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /** @returns whether the service was still as it was read */
  private async turn(
    { _id, since }: HealthStateDocument,
    { untold, ...state }: Omit<HealthStateDocument, '_id'>,
  ): Promise<boolean> {
    const change = { $set: state, $push: { untold: { $each: untold } } };
    return (await this.states.updateOne({ _id, since }, change)).modifiedCount === 1;
  }
}
