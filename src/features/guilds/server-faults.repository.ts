import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import type { NewFault, ServerFault } from './rules/server-fault.js';
import { SERVER_FAULT_MODEL, type ServerFaultDocument } from './server-faults.schema.js';

/** What Discord refuses on servers until a person mends it (`server_faults`). */
@Injectable()
export class ServerFaultsRepository {
  constructor(@InjectModel(SERVER_FAULT_MODEL) private readonly faults: Model<ServerFaultDocument>) {}

  /** Notes a fault, once. @returns the one that is open */
  async open({ kind, message, role_ids, ...which }: NewFault, explained: boolean): Promise<ServerFault> {
    const now = new Date();
    const fresh = { _id: uuidv7(), kind, since: now, told_at: null };
    const document = await this.faults
      .findOneAndUpdate(
        which,
        { $set: { message, explained, tried_at: now, ...(role_ids && { role_ids }) }, $setOnInsert: fresh },
        { upsert: true, returnDocument: 'after' },
      )
      .lean();
    return toFault(document);
  }

  async listOpen(guildId: string): Promise<ServerFault[]> {
    return (await this.faults.find({ guild_id: guildId }).sort({ _id: 1 }).lean()).map(toFault);
  }

  /** Servers on which something is refused. */
  async listGuildIds(): Promise<string[]> {
    return this.faults.distinct('guild_id');
  }

  /** Says that an organizer is about to be told. @returns false when that was done before */
  async claimTelling(id: string): Promise<boolean> {
    const { modifiedCount } = await this.faults.updateOne(
      { _id: id, told_at: null },
      { $set: { told_at: new Date() } },
    );
    return modifiedCount === 1;
  }

  /** Says that a fault is about to be tried again. @returns false when that was done since */
  async claimTry(id: string, since: Date): Promise<boolean> {
    const { modifiedCount } = await this.faults.updateOne(
      { _id: id, tried_at: { $lt: since } },
      { $set: { tried_at: new Date() } },
    );
    return modifiedCount === 1;
  }

  /** Forgets what is wrong with a role that stands for nothing any more. */
  async forgetRole(guildId: string, roleId: string): Promise<void> {
    await this.faults.updateMany({ guild_id: guildId, role_ids: roleId }, { $pull: { role_ids: roleId } });
    await this.faults.deleteMany({ guild_id: guildId, kind: 'role', role_ids: { $size: 0 } });
  }

  /** Forgets a fault that is mended. @returns false when that was done before */
  async close(id: string): Promise<boolean> {
    const { deletedCount } = await this.faults.deleteOne({ _id: id });
    return deletedCount === 1;
  }
}

function toFault({ _id, ...fault }: ServerFaultDocument): ServerFault {
  return { id: _id, ...fault };
}
