import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { conflict } from '../../common/errors.js';
import type { MappedRoleType, RoleMapping } from './rules/role-mapping.js';
import { isDuplicateKey } from '../../infra/duplicate-key.js';
import { withId } from '../../infra/with-id.js';
import { ROLE_MAPPING_MODEL, type RoleMappingDocument } from './role-mappings.schema.js';

/** What an admin may change of a mapping. */
export type RoleMappingChanges = Partial<Pick<RoleMapping, 'rank' | 'auto_assign' | 'auto_remove'>>;

/** What Discord's roles stand for (`discord_role_mappings`). */
@Injectable()
export class RoleMappingsRepository {
  constructor(@InjectModel(ROLE_MAPPING_MODEL) private readonly mappings: Model<RoleMappingDocument>) {}

  /** @throws conflict `role_mapping_exists` */
  async create({ id, ...fields }: RoleMapping): Promise<void> {
    try {
      await this.mappings.create({ _id: id, ...fields });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw conflict('role_mapping_exists', 'This role is mapped to the same thing already.');
    }
  }

  /** How many there are in a server. */
  async count(guildId: string): Promise<number> {
    return this.mappings.countDocuments({ guild_id: guildId });
  }

  async findById(id: string): Promise<RoleMapping | null> {
    const document = await this.mappings.findById(id).lean();
    return document && withId(document);
  }

  /**
   * Mappings of some servers, oldest first.
   * @param after the last id of the page before; `null` for the first page
   */
  async list(
    guildIds: readonly string[] | null,
    after: string | null,
    limit: number,
  ): Promise<RoleMapping[]> {
    const documents = await this.mappings
      .find({
        ...(guildIds !== null && { guild_id: { $in: [...guildIds] } }),
        ...(after !== null && { _id: { $gt: after } }),
      })
      .sort({ _id: 1 })
      .limit(limit)
      .lean();
    return documents.map(withId);
  }

  /** Every mapping of one type in a server. */
  async listOfType(guildId: string, type: MappedRoleType): Promise<RoleMapping[]> {
    return (await this.mappings.find({ guild_id: guildId, verselink_role_type: type }).lean()).map(withId);
  }

  /** Every mapping of some types in some servers. */
  async listOfTypes(guildIds: readonly string[], types: readonly MappedRoleType[]): Promise<RoleMapping[]> {
    const documents = await this.mappings
      .find({ guild_id: { $in: [...guildIds] }, verselink_role_type: { $in: [...types] } })
      .lean();
    return documents.map(withId);
  }

  /** The servers in which a role stands for something of this type. */
  async guildIdsOfType(type: MappedRoleType): Promise<string[]> {
    return this.mappings.distinct('guild_id', { verselink_role_type: type });
  }

  /** @returns the changed mapping, `null` when there is none */
  async update(id: string, changes: RoleMappingChanges): Promise<RoleMapping | null> {
    const document = await this.mappings
      .findByIdAndUpdate(id, { $set: { ...changes, updated_at: new Date() } }, { returnDocument: 'after' })
      .lean();
    return document && withId(document);
  }

  /** Forgets what the server's roles stood for before it was registered at this time. */
  async deleteOfOtherRegistrations(guildId: string, registeredAt: Date): Promise<void> {
    await this.mappings.deleteMany({ guild_id: guildId, registered_at: { $ne: registeredAt } });
  }

  async delete(id: string): Promise<void> {
    await this.mappings.deleteOne({ _id: id });
  }
}
