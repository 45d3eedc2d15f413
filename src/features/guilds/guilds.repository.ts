import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { conflict } from '../../common/errors.js';
import { DEFAULT_REMINDERS, type DirtyGuild, type Guild, type GuildChanges } from './rules/guild.js';
import { isDuplicateKey } from '../../infra/duplicate-key.js';
import { containing } from '../../infra/mentions.js';
import { withId } from '../../infra/with-id.js';
import { GUILD_MODEL, type GuildDocument } from './guilds.schema.js';

/** Discord servers registered for organizations. */
@Injectable()
export class GuildsRepository {
  constructor(@InjectModel(GUILD_MODEL) private readonly guilds: Model<GuildDocument>) {}

  async findByGuildId(guildId: string): Promise<Guild | null> {
    const document = await this.guilds.findOne({ guild_id: guildId, removed_at: null }).lean();
    return document && toGuild(document);
  }

  /** Every registered server of an organization. There are few of them. */
  async listByOrg(orgId: string): Promise<Guild[]> {
    const documents = await this.guilds.find({ org_id: orgId, removed_at: null }).sort({ _id: 1 }).lean();
    return documents.map(toGuild);
  }

  /**
   * Servers in order of registration.
   * @param orgIds only those of these organizations; `null` for all
   * @param after the last id of the page before; `null` for the first page
   * @param q only those whose name has this, or whose id it is
   */
  async list(
    orgIds: readonly string[] | null,
    after: string | null,
    limit: number,
    q?: string,
  ): Promise<Guild[]> {
    const documents = await this.guilds
      .find({
        removed_at: null,
        ...(orgIds === null ? {} : { org_id: { $in: orgIds } }),
        ...(after === null ? {} : { _id: { $gt: after } }),
        ...(q !== undefined && { $or: [{ guild_name: containing(q) }, { guild_id: q }] }),
      })
      .sort({ _id: 1 })
      .limit(limit)
      .lean();
    return documents.map(toGuild);
  }

  /** Discord's ids of the servers that these organizations have registered. */
  async listIds(orgIds: readonly string[]): Promise<string[]> {
    const documents = await this.guilds
      .find({ org_id: { $in: orgIds }, removed_at: null }, { guild_id: 1 })
      .lean();
    return documents.map(({ guild_id }) => guild_id);
  }

  /** @param mirrored only those in which events are mirrored, or not */
  async count(mirrored?: boolean): Promise<number> {
    return this.guilds.countDocuments({
      removed_at: null,
      ...(mirrored !== undefined && { sync_enabled: mirrored }),
    });
  }

  /**
   * A server that was removed a moment ago is registered anew at once; its mirrors find out.
   * @throws conflict `guild_already_registered`
   */
  async register({ id, ...fields }: Guild): Promise<void> {
    await this.guilds.deleteOne({ guild_id: fields.guild_id, removed_at: { $ne: null } });
    try {
      await this.guilds.create({ _id: id, ...fields, revision: 1, mirror_dirty: true, removed_at: null });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw conflict('guild_already_registered', 'This Discord server is registered already.');
    }
  }

  /**
   * Gives a registered server to another organization, with a new registration's settings.
   * @returns `null` when it does not belong to `fromOrgId` any more
   */
  async takeOver(fromOrgId: string, { id: _id, ...fields }: Guild): Promise<Guild | null> {
    const document = await this.change(fields.guild_id, fields, { org_id: fromOrgId });
    return document && toGuild(document);
  }

  /** @returns the changed server, `null` when there is none */
  async update(guildId: string, changes: GuildChanges): Promise<Guild | null> {
    const document = await this.change(guildId, changes);
    return document && toGuild(document);
  }

  /** Takes a server out. @returns whether there was one */
  async remove(guildId: string): Promise<boolean> {
    return (await this.change(guildId, { removed_at: new Date() })) !== null;
  }

  /** The server, removed or not, with whether its mirrors have to follow. For the mirror. */
  async findDirty(guildId: string): Promise<DirtyGuild | null> {
    const document = await this.guilds.findOne({ guild_id: guildId, mirror_dirty: true }).lean();
    return document && toDirty(document);
  }

  /** Servers whose mirrors have to follow a change, in no particular order. For the sweep. */
  async listDirty(limit: number): Promise<DirtyGuild[]> {
    const documents = await this.guilds.find({ mirror_dirty: true }).limit(limit).lean();
    return documents.map(toDirty);
  }

  /** Says that every mirror is marked to follow. Does nothing when the server changed again meanwhile. */
  async settle({ guild, revision, removed }: DirtyGuild): Promise<void> {
    if (removed) {
      await this.guilds.deleteOne({ _id: guild.id, revision });
      return;
    }
    await this.guilds.updateOne({ _id: guild.id, revision }, { $set: { mirror_dirty: false } });
  }

  async listOwnedBy(discordId: string): Promise<Guild[]> {
    return (await this.guilds.find({ owner_id: discordId }).lean()).map(toGuild);
  }

  async forgetOwner(discordId: string): Promise<void> {
    await this.guilds.updateMany({ owner_id: discordId }, { $set: { owner_id: NO_ACCOUNT } });
  }

  private async change(
    guildId: string,
    fields: Partial<GuildDocument>,
    condition: Partial<Pick<Guild, 'org_id'>> = {},
  ): Promise<GuildDocument | null> {
    return this.guilds
      .findOneAndUpdate(
        { ...condition, guild_id: guildId, removed_at: null },
        { $set: { ...fields, mirror_dirty: true, updated_at: new Date() }, $inc: { revision: 1 } },
        { returnDocument: 'after' },
      )
      .lean();
  }
}

/** In the place of a server's owner who erased their account here: an id that Discord never gives. */
const NO_ACCOUNT = '0'.repeat(17);

/** Servers that were registered before these fields came. */
const ADDED_LATER = {
  channel_layout: 'category',
  channel_retention_days: null,
  reminder_offsets_minutes: DEFAULT_REMINDERS,
  welcome_enabled: false,
  welcome_channel_id: null,
  welcome_message: null,
  message_tracking_enabled: false,
  adopt_events: 'ask',
} as const;

function toGuild(document: GuildDocument): Guild {
  const { revision: _revision, mirror_dirty: _dirty, removed_at: _removed, ...guild } = document;
  return withId({ ...ADDED_LATER, ...guild });
}

function toDirty(document: GuildDocument): DirtyGuild {
  return { guild: toGuild(document), revision: document.revision, removed: document.removed_at !== null };
}
