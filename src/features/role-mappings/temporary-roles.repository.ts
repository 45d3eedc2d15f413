import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { CLAIMED_NOW, GIVEN_BACK, UNCLAIMED } from '../../infra/claims.js';
import { withId } from '../../infra/with-id.js';
import { TEMPORARY_ROLE_MODEL, type TemporaryRoleDocument } from './temporary-roles.schema.js';

/** A role that is made for one event on one server. */
export type TemporaryRole = Omit<TemporaryRoleDocument, '_id'> & { readonly id: string };

/** Which one. */
export interface EventOnGuild {
  readonly event_id: string;
  readonly guild_id: string;
}

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
        $setOnInsert: { _id: uuidv7(), role_id: null, attempt: null, created_at: new Date() },
      },
      { upsert: true },
    );
  }

  /** Takes a role for this process alone. @returns `null` while another one has it */
  async claim({ event_id, guild_id }: EventOnGuild, token: string): Promise<TemporaryRole | null> {
    await this.roles.updateOne(
      { event_id, guild_id },
      {
        $setOnInsert: { _id: uuidv7(), wanted: null, role_id: null, attempt: null, created_at: new Date() },
      },
      { upsert: true },
    );
    const document = await this.roles
      .findOneAndUpdate(
        { event_id, guild_id, ...UNCLAIMED },
        { $set: { claimed_by: token }, ...CLAIMED_NOW },
        { returnDocument: 'after' },
      )
      .lean();
    return document && withId(document);
  }

  /** Keeps a claim. */
  async renew(id: string, token: string): Promise<void> {
    await this.roles.updateOne({ _id: id, claimed_by: token }, CLAIMED_NOW);
  }

  /** @returns false when another process has it by now, and nothing was saved */
  async save(
    id: string,
    token: string,
    changes: Partial<Pick<TemporaryRole, 'role_id' | 'attempt'>>,
  ): Promise<boolean> {
    const change = { $set: changes, ...CLAIMED_NOW };
    return (await this.roles.updateOne({ _id: id, claimed_by: token }, change)).matchedCount === 1;
  }

  /** Gives a claim back. */
  async release(id: string, token: string): Promise<void> {
    await this.roles.updateOne({ _id: id, claimed_by: token }, { $set: GIVEN_BACK });
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
