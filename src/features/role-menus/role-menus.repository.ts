import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { withId } from '../../infra/with-id.js';
import { ROLE_MENU_MODEL, type RoleMenuDocument } from './role-menus.schema.js';
import type { RoleMenu } from './rules/role-menu.js';

/** What an admin may change of a menu. */
export type RoleMenuChanges = Partial<Pick<RoleMenu, 'title' | 'description' | 'discord_role_ids' | 'max'>>;

/** Role menus (`discord_role_menus`). */
@Injectable()
export class RoleMenusRepository {
  constructor(@InjectModel(ROLE_MENU_MODEL) private readonly menus: Model<RoleMenuDocument>) {}

  async create({ id, ...fields }: RoleMenu): Promise<void> {
    await this.menus.create({ _id: id, ...fields });
  }

  async find(id: string): Promise<RoleMenu | null> {
    const document = await this.menus.findById(id).lean();
    return document && withId(document);
  }

  /** Menus of some servers, oldest first. @param guildIds `null` for all */
  async list(guildIds: readonly string[] | null, after: string | null, limit: number): Promise<RoleMenu[]> {
    const documents = await this.menus
      .find({
        ...(guildIds !== null && { guild_id: { $in: [...guildIds] } }),
        ...(after !== null && { _id: { $gt: after } }),
      })
      .sort({ _id: 1 })
      .limit(limit)
      .lean();
    return documents.map(withId);
  }

  async count(guildId: string): Promise<number> {
    return this.menus.countDocuments({ guild_id: guildId });
  }

  /** @returns the changed menu, `null` when there is none */
  async update(
    id: string,
    changes: RoleMenuChanges | Pick<RoleMenu, 'message_id'>,
  ): Promise<RoleMenu | null> {
    const document = await this.menus
      .findByIdAndUpdate(id, { $set: { ...changes, updated_at: new Date() } }, { returnDocument: 'after' })
      .lean();
    return document && withId(document);
  }

  async delete(id: string): Promise<void> {
    await this.menus.deleteOne({ _id: id });
  }
}
