import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { conflict } from '../../common/errors.js';
import { isDuplicateKey } from '../../infra/duplicate-key.js';
import { withId } from '../../infra/with-id.js';
import { JOIN_REQUEST_MODEL, type JoinRequestDocument } from './joining.schema.js';
import type { JoinRequest, JoinRequestState } from './rules/joining.js';

/** Wishes to join an organization. */
@Injectable()
export class JoinRequestsRepository {
  constructor(@InjectModel(JOIN_REQUEST_MODEL) private readonly requests: Model<JoinRequestDocument>) {}

  /** @throws conflict `join_request_pending` */
  async create({ id, ...fields }: JoinRequest): Promise<void> {
    try {
      await this.requests.create({ _id: id, ...fields, untold: true });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw conflict('join_request_pending', 'A request to join is waiting for an answer already.');
    }
  }

  async findById(id: string): Promise<JoinRequest | null> {
    const document = await this.requests.findById(id).lean();
    return document && withoutFlag(document);
  }

  /**
   * In the order in which they came.
   * @param after the last id of the page before; `null` for the first page
   */
  async list(
    orgId: string,
    state: JoinRequestState,
    after: string | null,
    limit: number,
  ): Promise<JoinRequest[]> {
    const documents = await this.requests
      .find({ org_id: orgId, state, ...(after === null ? {} : { _id: { $gt: after } }) })
      .sort({ _id: 1 })
      .limit(limit)
      .lean();
    return documents.map(withoutFlag);
  }

  /** Requests that wait and that staff were not told of yet, oldest first. */
  async listUntold(limit: number): Promise<JoinRequest[]> {
    const documents = await this.requests.find({ untold: true }).sort({ _id: 1 }).limit(limit).lean();
    return documents.map(withoutFlag);
  }

  async markTold(id: string): Promise<void> {
    await this.requests.updateOne({ _id: id }, { $unset: { untold: 1 } });
  }

  async countPending(orgId: string): Promise<number> {
    return this.requests.countDocuments({ org_id: orgId, state: 'pending' });
  }

  /** @returns the request as decided; `null` when it is decided or gone already */
  async decide(id: string, state: JoinRequestState, by: string): Promise<JoinRequest | null> {
    const document = await this.requests
      .findOneAndUpdate(
        { _id: id, state: 'pending' },
        { $set: { state, decided_by: by, decided_at: new Date() } },
        { returnDocument: 'after' },
      )
      .lean();
    return document && withoutFlag(document);
  }

  /** Puts a request back that could not be carried out. */
  async reopen(id: string): Promise<void> {
    await this.requests.updateOne(
      { _id: id },
      { $set: { state: 'pending', decided_by: null, decided_at: null } },
    );
  }

  /** What somebody asked for. */
  async listByUser(userId: string): Promise<JoinRequest[]> {
    const documents = await this.requests.find({ user_id: userId }).lean();
    return documents.map(withoutFlag);
  }

  /** Removes what somebody asked for; `by` stands for them where they decided. */
  async removeUser(userId: string, by: string): Promise<void> {
    await this.requests.deleteMany({ user_id: userId });
    await this.requests.updateMany({ decided_by: userId }, { $set: { decided_by: by } });
  }

  /** @returns whether the user had one that waited */
  async withdraw(orgId: string, userId: string): Promise<boolean> {
    const result = await this.requests.deleteOne({ org_id: orgId, user_id: userId, state: 'pending' });
    return result.deletedCount === 1;
  }
}

function withoutFlag({ untold: _untold, ...document }: JoinRequestDocument): JoinRequest {
  return withId(document);
}
