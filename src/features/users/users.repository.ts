import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { conflict } from '../../common/errors.js';
import { skeleton } from '../../common/names.js';
import { localeFromDiscord } from '../../languages/languages.js';
import {
  DEFAULT_TIMEZONE,
  DM_KINDS,
  type DmKind,
  handlesFor,
  type ManagedServer,
  type User,
} from './rules/user.js';
import { isDuplicateKey } from '../../infra/duplicate-key.js';
import { withId } from '../../infra/with-id.js';
import { ANY_CASE, USER_MODEL, type UserDocument } from './users.schema.js';

/** What Discord tells about a person whom VerseLink may not know yet. */
export interface DiscordIdentity {
  readonly discord_id: string;
  /** As Discord shows it: any text, and many people may share it. */
  readonly handle: string;
  /** For example `en-GB`; `null` when Discord did not say. */
  readonly discord_locale: string | null;
  /** The server where they are, when Discord tells of them there. */
  readonly guild_id?: string | null;
}

/** The address that Discord has of a person. */
export interface DiscordEmail {
  readonly address: string;
  /** Whether Discord has seen that it is theirs. */
  readonly verified: boolean;
}

/** What a person may change about themself. */
export type UserChanges = Partial<
  Pick<User, 'handle' | 'email' | 'locale' | 'timezone' | 'dm_opt_in' | 'dm_kinds'>
>;

/** People. */
@Injectable()
export class UsersRepository {
  constructor(@InjectModel(USER_MODEL) private readonly users: Model<UserDocument>) {}

  async findById(id: string): Promise<User | null> {
    const document = await this.users.findById(id).lean();
    return document && toUser(document);
  }

  async findByDiscordId(discordId: string): Promise<User | null> {
    const document = await this.users.findOne({ discord_id: discordId }).lean();
    return document && toUser(document);
  }

  /** The users that exist among `ids`, in no particular order. */
  async findByIds(ids: readonly string[]): Promise<User[]> {
    const documents = await this.users.find({ _id: { $in: ids } }).lean();
    return documents.map(toUser);
  }

  /** At most `limit` users with this address, in whatever case it is written. */
  async findByVerifiedEmail(email: string, limit: number): Promise<User[]> {
    const documents = await this.users
      .find({ email, email_verified: true })
      .collation(ANY_CASE)
      .limit(limit)
      .lean();
    return documents.map(toUser);
  }

  /** The users of these Discord accounts, as far as VerseLink knows them, in no particular order. */
  async findByDiscordIds(discordIds: readonly string[]): Promise<User[]> {
    const documents = await this.users.find({ discord_id: { $in: discordIds } }).lean();
    return documents.map(toUser);
  }

  /**
   * The user of a Discord account, made on the spot when VerseLink does not know it. Any number of calls at once make
   * one user; an existing user is left as it is. Where another's handle looks the same, a new one is longer.
   */
  async findOrCreateByDiscordId(identity: DiscordIdentity): Promise<User> {
    const id = uuidv7();
    for (const handle of handlesFor(identity.handle, identity.discord_id, id)) {
      try {
        return await this.upsert(newUser(id, identity, handle));
      } catch (error) {
        // Another call was faster, and the next try finds its user; or the handle is another's.
        if (!isDuplicateKey(error)) throw error;
      }
    }
    throw new Error(`No handle is free for the Discord account ${identity.discord_id}`);
  }

  /** Past Mongoose, whose casting costs more than the work: once for every newcomer's click. */
  private async upsert(user: UserDocument): Promise<User> {
    const users = this.users.db.collection<UserDocument>(this.users.collection.name);
    const document = await users.findOneAndUpdate(
      { discord_id: user.discord_id },
      { $setOnInsert: user },
      { upsert: true, returnDocument: 'after', projection: { manages: 0 } },
    );
    if (document === null) throw new Error('An upsert gave no user');
    return toUser(document);
  }

  /** Notes that somebody is on a server. */
  async seeOn(id: string, guildId: string): Promise<void> {
    await this.users.updateOne({ _id: id }, { $addToSet: { seen_on: guildId } });
  }

  /** Servers that somebody managed when Discord last said so; `null` before it did. */
  async listManaged(id: string): Promise<readonly ManagedServer[] | null> {
    const document = await this.users.findById(id, { manages: 1 }).lean();
    return document?.manages ?? null;
  }

  /** Takes over from Discord which servers somebody manages. */
  async followManaged(id: string, manages: readonly ManagedServer[]): Promise<void> {
    await this.users.updateOne({ _id: id }, { $set: { manages } });
  }

  /** Takes a new name over from Discord, unless the person chose one here or another's handle looks the same. */
  async followName(id: string, handle: string): Promise<void> {
    try {
      await this.users.updateOne(
        { _id: id, handle_chosen: { $ne: true } },
        { $set: { handle, handle_skeleton: skeleton(handle), updated_at: new Date() } },
      );
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }

  /**
   * Takes an address over from Discord: a verified one in place of none, of the same, or of one that was verified before; any
   * other only in place of none. An address that the person typed stays theirs to change.
   */
  async followEmail(id: string, { address, verified }: DiscordEmail): Promise<void> {
    const replaced = verified
      ? [{ email: null }, { email: address }, { email_verified: true }]
      : [{ email: null }];
    await this.users.updateOne(
      { _id: id, $or: replaced },
      { $set: { email: address, email_verified: verified, updated_at: new Date() } },
    );
  }

  /**
   * An address that differs from the known one is not verified.
   * @returns the changed user, `null` when there is none
   * @throws conflict `handle_taken` when another's handle looks the same; then nothing is changed
   */
  async update(id: string, { email, dm_kinds, ...changes }: UserChanges): Promise<User | null> {
    const off = dm_kinds && DM_KINDS.filter((kind) => !dm_kinds.includes(kind));
    const chosen = {
      ...changes,
      ...(changes.handle !== undefined && { handle_chosen: true }),
      ...(off !== undefined && { dm_kinds_off: off }),
    };
    const user = await this.setUnlikeOthers(id, chosen);
    if (email === undefined) return user;
    // A write of its own with its own condition, so that a verification at the same moment never covers this address.
    await this.users.updateOne(
      { _id: id, email: { $ne: email } },
      { $set: { email, email_verified: false } },
    );
    return this.findById(id);
  }

  /** Switches one kind of direct messages on or off; others that are switched at the same moment stay as they are. */
  async switchDmKind(id: string, kind: DmKind, on: boolean): Promise<User | null> {
    const change = on ? { $pull: { dm_kinds_off: kind } } : { $addToSet: { dm_kinds_off: kind } };
    const document = await this.users
      .findOneAndUpdate(
        { _id: id },
        { ...change, $set: { updated_at: new Date() } },
        { returnDocument: 'after' },
      )
      .lean();
    return document && toUser(document);
  }

  /** @returns whether there was one */
  async remove(id: string): Promise<boolean> {
    return (await this.users.deleteOne({ _id: id })).deletedCount === 1;
  }

  /** @returns the changed user, `null` when there is none */
  async setSiteAdmin(id: string, siteAdmin: boolean): Promise<User | null> {
    return this.set(id, { site_admin: siteAdmin });
  }

  private async setUnlikeOthers(
    id: string,
    changes: Omit<UserChanges, 'email' | 'dm_kinds'>,
  ): Promise<User | null> {
    const { handle } = changes;
    if (handle === undefined) return this.set(id, changes);
    try {
      return await this.set(id, { ...changes, handle_skeleton: skeleton(handle) });
    } catch (error) {
      if (isDuplicateKey(error)) throw conflict('handle_taken', 'Another handle looks the same.');
      throw error;
    }
  }

  private async set(id: string, fields: Partial<Omit<UserDocument, '_id'>>): Promise<User | null> {
    const document = await this.users
      .findOneAndUpdate(
        { _id: id },
        { $set: { ...fields, updated_at: new Date() } },
        { returnDocument: 'after' },
      )
      .lean();
    return document && toUser(document);
  }
}

function toUser({ handle_skeleton: _skeleton, dm_kinds_off: off = [], ...document }: UserDocument): User {
  const { email_verified = false, handle_chosen = false } = document;
  const kinds = DM_KINDS.filter((kind) => !off.includes(kind));
  return { ...withId(document), email_verified, handle_chosen, dm_kinds: kinds };
}

function newUser(id: string, identity: DiscordIdentity, handle: string): UserDocument {
  const now = new Date();
  return {
    _id: id,
    discord_id: identity.discord_id,
    handle,
    handle_skeleton: skeleton(handle),
    handle_chosen: false,
    email: null,
    email_verified: false,
    locale: localeFromDiscord(identity.discord_locale),
    timezone: DEFAULT_TIMEZONE,
    dm_opt_in: false,
    site_admin: false,
    ...(typeof identity.guild_id === 'string' && { seen_on: [identity.guild_id] }),
    created_at: now,
    updated_at: now,
  };
}
