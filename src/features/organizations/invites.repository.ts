import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { withId } from '../../infra/with-id.js';
import { INVITE_MODEL, type InviteDocument } from './joining.schema.js';
import type { Invite } from './rules/joining.js';

/** Invites to organizations. One that is revoked is removed. */
@Injectable()
export class InvitesRepository {
  constructor(@InjectModel(INVITE_MODEL) private readonly invites: Model<InviteDocument>) {}

  async create({ id, ...fields }: Invite): Promise<void> {
    await this.invites.create({ _id: id, ...fields });
  }

  /** @returns `null` also when it has expired */
  async findByCode(code: string, now: Date): Promise<Invite | null> {
    const document = await this.invites.findOne({ code, expires_at: { $gt: now } }).lean();
    return document && withId(document);
  }

  /** The newest first. */
  async listOpen(orgId: string, now: Date): Promise<Invite[]> {
    const documents = await this.invites
      .find({ org_id: orgId, expires_at: { $gt: now } })
      .sort({ _id: -1 })
      .lean();
    return documents.map(withId);
  }

  async countOpen(orgId: string, now: Date): Promise<number> {
    return this.invites.countDocuments({ org_id: orgId, expires_at: { $gt: now } });
  }

  async listMadeBy(userId: string): Promise<Invite[]> {
    const documents = await this.invites.find({ created_by: userId }).lean();
    return documents.map(withId);
  }

  async replaceMaker(userId: string, by: string): Promise<void> {
    await this.invites.updateMany({ created_by: userId }, { $set: { created_by: by } });
  }

  /** Counts one more use, in the same write that looks whether one is left. @returns false when none is */
  async use(code: string, now: Date): Promise<boolean> {
    const { matchedCount } = await this.invites.updateOne(
      {
        code,
        expires_at: { $gt: now },
        $or: [{ max_uses: null }, { $expr: { $lt: ['$uses', '$max_uses'] } }],
      },
      { $inc: { uses: 1 } },
    );
    return matchedCount === 1;
  }

  /** Takes a use back that made no one a member. */
  async giveBack(code: string): Promise<void> {
    await this.invites.updateOne({ code, uses: { $gt: 0 } }, { $inc: { uses: -1 } });
  }

  /** @returns whether there was one */
  async remove(orgId: string, id: string): Promise<boolean> {
    return (await this.invites.deleteOne({ _id: id, org_id: orgId })).deletedCount === 1;
  }
}
