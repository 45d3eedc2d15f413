import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { isFinished, type PlanChange, type PlanStep, type PlanStepState } from './rules/plan-change.js';
import { isDuplicateKey } from '../../infra/duplicate-key.js';
import { PLAN_CHANGE_MODEL, type PlanChangeDocument } from './plan-changes.schema.js';

/** Changes of members' plans, with what remains to be done about each. */
@Injectable()
export class PlanChangesRepository {
  constructor(@InjectModel(PLAN_CHANGE_MODEL) private readonly changes: Model<PlanChangeDocument>) {}

  /** Keeps a change. @returns it, or the one that the same source told under the same id before */
  async create({ id, ...fields }: PlanChange): Promise<{ change: PlanChange; created: boolean }> {
    const { source, source_id } = fields;
    try {
      await this.changes.create({ _id: id, ...fields, unfinished: true });
      return { change: { id, ...fields }, created: true };
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    const before = await this.changes.findOne({ source, source_id }).orFail().lean<PlanChangeDocument>();
    return { change: toChange(before), created: false };
  }

  async findById(id: string): Promise<PlanChange | null> {
    const document = await this.changes.findById(id).lean<PlanChangeDocument>();
    return document && toChange(document);
  }

  /** Whether no earlier change of the same member waits. */
  async isFirst({ id, discord_id }: PlanChange): Promise<boolean> {
    return (await this.changes.exists({ discord_id, unfinished: true, _id: { $lt: id } })) === null;
  }

  /** Whether no later change of the same member was told. */
  async isLast({ id, discord_id }: PlanChange): Promise<boolean> {
    return (await this.changes.exists({ discord_id, _id: { $gt: id } })) === null;
  }

  /** Changes with something left to do, oldest first. */
  async listUnfinished(limit: number): Promise<PlanChange[]> {
    const documents = await this.changes
      .find({ unfinished: true })
      .sort({ _id: 1 })
      .limit(limit)
      .lean<PlanChangeDocument[]>();
    return documents.map(toChange);
  }

  /** Records what became of a step. @returns the change, `null` when it is gone */
  async finishStep(id: string, step: PlanStep, state: PlanStepState): Promise<PlanChange | null> {
    const document = await this.changes
      .findByIdAndUpdate(id, { $set: { [`steps.${step}`]: state } }, { returnDocument: 'after' })
      .lean<PlanChangeDocument>();
    if (document === null) return null;
    const change = toChange(document);
    if (isFinished(change)) await this.changes.updateOne({ _id: id }, { $set: { unfinished: false } });
    return change;
  }
}

function toChange({ _id, unfinished: _unfinished, ...change }: PlanChangeDocument): PlanChange {
  return { id: _id, ...change };
}
