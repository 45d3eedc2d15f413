import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { isDuplicateKey } from '../../infra/duplicate-key.js';
import { withId } from '../../infra/with-id.js';
import { PLAN_CHANGE_MODEL, type PlanChangeDocument } from './plan-changes.schema.js';
import {
  isFinished,
  type PlanChange,
  type PlanSource,
  type PlanStep,
  type PlanStepState,
} from './rules/plan-change.js';

/** The transitions of members' entitlements, with what remains to be done about each. */
@Injectable()
export class PlanChangesRepository {
  constructor(@InjectModel(PLAN_CHANGE_MODEL) private readonly changes: Model<PlanChangeDocument>) {}

  /** Writes a member's next change. @returns false when another one was faster, and nothing was written */
  async append({ id, ...fields }: PlanChange): Promise<boolean> {
    try {
      // One without steps changed nothing.
      const unfinished = !isFinished(fields);
      await this.changes.create({ _id: id, ...fields, unfinished, ...(unfinished && { untold: true }) });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async findById(id: string): Promise<PlanChange | null> {
    return toChange(await this.changes.findById(id).lean<PlanChangeDocument>());
  }

  /** What the member was last known to have. */
  async findLast(discordId: string): Promise<PlanChange | null> {
    const document = await this.changes
      .findOne({ discord_id: discordId, revision: { $gt: 0 } })
      .sort({ revision: -1 })
      .lean<PlanChangeDocument>();
    return toChange(document);
  }

  async findBySource(source: PlanSource, sourceId: string): Promise<PlanChange | null> {
    return toChange(await this.changes.findOne({ source, source_id: sourceId }).lean<PlanChangeDocument>());
  }

  /** Whether no earlier change of the same member waits. */
  async isFirst({ id, discord_id }: PlanChange): Promise<boolean> {
    return (await this.changes.exists({ discord_id, unfinished: true, _id: { $lt: id } })) === null;
  }

  /** Changes with something left to do, oldest first. */
  async listUnfinished(limit: number): Promise<PlanChange[]> {
    const documents = await this.changes
      .find({ unfinished: true })
      .sort({ _id: 1 })
      .limit(limit)
      .lean<PlanChangeDocument[]>();
    return documents.map(withoutFlag);
  }

  /** Changes that webhooks were not told of yet, oldest first. */
  async listUntold(limit: number): Promise<PlanChange[]> {
    const documents = await this.changes
      .find({ untold: true })
      .sort({ _id: 1 })
      .limit(limit)
      .lean<PlanChangeDocument[]>();
    return documents.map(withoutFlag);
  }

  async markTold(ids: readonly string[]): Promise<void> {
    await this.changes.updateMany({ _id: { $in: ids } }, { $unset: { untold: 1 } });
  }

  /** The member's roles were made to match, as of this change. */
  async finishRoles(discordId: string, upTo: number, state: PlanStepState): Promise<void> {
    const before: PlanStepState[] = state === 'done' ? ['pending', 'failed'] : ['pending'];
    const waiting = { discord_id: discordId, revision: { $lte: upTo }, 'steps.roles': { $in: before } };
    await this.changes.updateMany(waiting, { $set: { 'steps.roles': state } });
    await this.noteFinished({ discord_id: discordId });
  }

  /** Records what became of a change's message. */
  async finishNotice(id: string, state: PlanStepState): Promise<void> {
    await this.changes.updateOne({ _id: id }, { $set: { 'steps.notice': state } });
    await this.noteFinished({ _id: id });
  }

  private async noteFinished(
    which: { readonly _id: string } | { readonly discord_id: string },
  ): Promise<void> {
    const isDone: Record<`steps.${PlanStep}`, { $ne: PlanStepState }> = {
      'steps.roles': { $ne: 'pending' },
      'steps.notice': { $ne: 'pending' },
    };
    await this.changes.updateMany({ ...which, unfinished: true, ...isDone }, { $set: { unfinished: false } });
  }

  /** The changes of somebody's plan. */
  async listOf(discordId: string): Promise<PlanChange[]> {
    const documents = await this.changes
      .find({ discord_id: discordId })
      .sort({ _id: 1 })
      .lean<PlanChangeDocument[]>();
    return documents.map(withoutFlag);
  }

  /** Lets the changes of somebody's plan stand for no one; what remained to be done about them is done no more. */
  async replacePerson(discordId: string, by: string): Promise<void> {
    await this.changes.updateMany(
      { discord_id: discordId },
      { $set: { discord_id: by, metadata: {}, unfinished: false } },
    );
  }
}

function toChange(document: PlanChangeDocument | null): PlanChange | null {
  return document && withoutFlag(document);
}

function withoutFlag({
  unfinished: _unfinished,
  untold: _untold,
  ...document
}: PlanChangeDocument): PlanChange {
  return withId(document);
}
