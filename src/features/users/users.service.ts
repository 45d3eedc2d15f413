import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Actor } from '../../common/actor.js';
import { defined } from '../../common/defined.js';
import { notFound } from '../../common/errors.js';
import type { Person } from '../../common/personal-data.js';
import { AuditService } from '../audit/audit.service.js';
import type { DmKind, ManagedServer, User } from './rules/user.js';
import {
  type DiscordEmail,
  type DiscordIdentity,
  type UserChanges,
  UsersRepository,
} from './users.repository.js';

/** What a click has to know of the person behind it. */
export type Account = Pick<User, 'id' | 'site_admin' | 'handle' | 'handle_chosen' | 'seen_on'>;

/** How many people a process keeps in mind, and for how long: so long may a right that was taken away still count here. */
const REMEMBERED = 20_000;
const REMEMBERED_MS = 60_000;

/** People. */
@Injectable()
export class UsersService {
  private readonly accounts = new LRUCache<string, Account>({ max: REMEMBERED, ttl: REMEMBERED_MS });

  constructor(
    private readonly users: UsersRepository,
    private readonly audit: AuditService,
  ) {}

  /** @throws not_found */
  async require(id: string): Promise<User> {
    return orNotFound(await this.users.findById(id));
  }

  /**
   * Changes the actor's own profile.
   * @throws not_found when the account was removed a moment ago; conflict `handle_taken`
   */
  async changeProfile(actor: Actor, changes: UserChanges): Promise<User> {
    const changed = orNotFound(await this.users.update(actor.user_id, changes));
    await this.record(actor, actor.user_id, Object.keys(defined(changes)));
    return changed;
  }

  /** Switches one kind of direct messages about events on or off. @throws not_found as `changeProfile` */
  async switchDmKind(actor: Actor, kind: DmKind, on: boolean): Promise<User> {
    const changed = orNotFound(await this.users.switchDmKind(actor.user_id, kind, on));
    await this.record(actor, actor.user_id, ['dm_kinds']);
    return changed;
  }

  async find(id: string): Promise<User | null> {
    return this.users.findById(id);
  }

  /** Those that exist among `ids`. */
  async findAll(ids: readonly string[]): Promise<ReadonlyMap<string, User>> {
    const users = await this.users.findByIds(ids);
    return new Map(users.map((user) => [user.id, user]));
  }

  async findByDiscordId(discordId: string): Promise<User | null> {
    return this.users.findByDiscordId(discordId);
  }

  /** The one account with this address, verified; `null` when there is none, or several. */
  async findByVerifiedEmail(email: string): Promise<User | null> {
    const [user, another] = await this.users.findByVerifiedEmail(email, 2);
    return user !== undefined && another === undefined ? user : null;
  }

  /** Those of these Discord accounts that VerseLink knows, in no particular order. */
  async findByDiscordIds(discordIds: readonly string[]): Promise<User[]> {
    return this.users.findByDiscordIds(discordIds);
  }

  /** Removes an account. @returns whether there was one */
  async remove({ user_id, discord_id }: Person): Promise<boolean> {
    this.accounts.delete(discord_id);
    return this.users.remove(user_id);
  }

  /**
   * The account of somebody on Discord: a first click makes it, and any number of calls at once make one. A new name on
   * Discord is followed, unless the person chose one here.
   */
  async accountOf(identity: DiscordIdentity): Promise<Account> {
    const { discord_id, handle } = identity;
    const account = this.accounts.get(discord_id) ?? (await this.users.findOrCreateByDiscordId(identity));
    this.accounts.set(discord_id, account);
    if (account.handle !== handle && !account.handle_chosen) void this.rename(discord_id, account, handle);
    return typeof identity.guild_id === 'string'
      ? this.seeOn(discord_id, account, identity.guild_id)
      : account;
  }

  /** As `accountOf`, but a user who exists is left as they are. */
  async ensure(identity: DiscordIdentity): Promise<User> {
    return this.users.findOrCreateByDiscordId(identity);
  }

  /** Takes the address over that Discord has, unless the person gave another one here. */
  async followEmail(id: string, email: DiscordEmail): Promise<void> {
    await this.users.followEmail(id, email);
  }

  /** Takes over from Discord which servers somebody manages. */
  async followManaged(id: string, manages: readonly ManagedServer[]): Promise<void> {
    await this.users.followManaged(id, manages);
  }

  /** Servers that somebody managed when they last signed in; `null` when they have not since this is noted. */
  async managedBy(id: string): Promise<readonly ManagedServer[] | null> {
    return this.users.listManaged(id);
  }

  /** Gives or takes the rights of a site admin, as who runs the installation says. */
  async setSiteAdmin({ id, site_admin }: User, wanted: boolean): Promise<void> {
    if (site_admin === wanted) return;
    await this.users.setSiteAdmin(id, wanted);
    await this.record(null, id, ['site_admin']);
  }

  private async record(actor: Actor | null, userId: string, fields: readonly string[]): Promise<void> {
    await this.audit.record(actor, { action: 'account.changed', org_id: null, target_id: userId, fields });
  }

  /** Before what they do there is shown: people of another server are named otherwise. */
  private async seeOn(discordId: string, account: Account, guildId: string): Promise<Account> {
    const { seen_on: before = [] } = account;
    if (before.includes(guildId)) return account;
    await this.users.seeOn(account.id, guildId);
    const seen = { ...account, seen_on: [...before, guildId] };
    this.accounts.set(discordId, seen);
    return seen;
  }

  /** After the answer; when it fails, the next click tries again. */
  private async rename(discordId: string, account: Account, handle: string): Promise<void> {
    this.accounts.set(discordId, { ...account, handle });
    await this.users.followName(account.id, handle).catch(() => this.accounts.delete(discordId));
  }
}

function orNotFound(user: User | null): User {
  if (user === null) throw notFound('user');
  return user;
}
