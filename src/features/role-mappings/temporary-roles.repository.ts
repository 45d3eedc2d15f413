import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { isDuplicateKey } from '../../infra/duplicate-key.js';
import { withId } from '../../infra/with-id.js';
import { TEMPORARY_ROLE_MODEL, type TemporaryRoleDocument } from './temporary-roles.schema.js';

/** A role that is made for one event on one server. */
export type TemporaryRole = Omit<TemporaryRoleDocument, '_id'> & { readonly id: string };

/** Which one. */
export interface EventOnGuild {
  readonly event_id: string;
  readonly guild_id: string;
}

const NEVER = new Date(0);

/** Roles that are made for events, and removed with them. */
@Injectable()
export class TemporaryRolesRepository {
  constructor(@InjectModel(TEMPORARY_ROLE_MODEL) private readonly roles: Model<TemporaryRoleDocument>) {}

  /** Writes down what staff chose. */
  async choose({ event_id, guild_id }: EventOnGuild, wanted: boolean): Promise<void> {
    await this.roles.updateOne(
      { event_id, guild_id },
      {
        $set: { wanted },
        $setOnInsert: {
          _id: uuidv7(),
          role_id: null,
          attempt: null,
          busy_until: NEVER,
          created_at: new Date(),
        },
      },
      { upsert: true },
    );
  }

  /** Takes a role for this process alone, for `ms` milliseconds. @returns `null` while another one has it */
  async claim({ event_id, guild_id }: EventOnGuild, ms: number): Promise<TemporaryRole | null> {
    const now = new Date();
    try {
      const document = await this.roles
        .findOneAndUpdate(
          { event_id, guild_id, busy_until: { $lt: now } },
          {
            $set: { busy_until: new Date(now.getTime() + ms) },
            $setOnInsert: { _id: uuidv7(), wanted: null, role_id: null, attempt: null, created_at: now },
          },
          { upsert: true, returnDocument: 'after' },
        )
        .orFail()
        .lean();
      return withId(document);
    } catch (error) {
      if (isDuplicateKey(error)) return null;
      throw error;
    }
  }

  async save(id: string, changes: Partial<Pick<TemporaryRole, 'role_id' | 'attempt'>>): Promise<void> {
    await this.roles.updateOne({ _id: id }, { $set: changes });
  }

  /** Gives a claim back. */
  async release(id: string): Promise<void> {
    await this.roles.updateOne({ _id: id }, { $set: { busy_until: NEVER } });
  }

  async delete(id: string): Promise<void> {
    await this.roles.deleteOne({ _id: id });
  }

  async find({ event_id, guild_id }: EventOnGuild): Promise<TemporaryRole | null> {
    const document = await this.roles.findOne({ event_id, guild_id }).lean();
    return document && withId(document);
  }

  /** Those of some servers. */
  async listOn(guildIds: readonly string[]): Promise<TemporaryRole[]> {
    return (await this.roles.find({ guild_id: { $in: [...guildIds] } }).lean()).map(withId);
  }

  /** The servers that have any. */
  async listGuildIds(): Promise<string[]> {
    return this.roles.distinct('guild_id');
  }
}
