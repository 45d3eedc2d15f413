import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { User } from './rules/user.js';
import { type DiscordIdentity, UsersRepository } from './users.repository.js';

/** What a click has to know of the person behind it. */
export type Account = Pick<User, 'id' | 'site_admin' | 'handle' | 'handle_chosen'>;

/** How many people a process keeps in mind, and for how long: so long may a right that was taken away still count here. */
const REMEMBERED = 20_000;
const REMEMBERED_MS = 60_000;

/** VerseLink's users by their Discord accounts: a first click makes the user. */
@Injectable()
export class Accounts {
  private readonly known = new LRUCache<string, Account>({ max: REMEMBERED, ttl: REMEMBERED_MS });

  constructor(private readonly users: UsersRepository) {}

  /** Any number of calls at once make one user. A new name on Discord is followed, unless the person chose one here. */
  async ofDiscord(identity: DiscordIdentity): Promise<Account> {
    const { discord_id, handle } = identity;
    const account = this.known.get(discord_id) ?? (await this.users.findOrCreateByDiscordId(identity));
    this.known.set(discord_id, account);
    if (account.handle !== handle && !account.handle_chosen) void this.rename(discord_id, account, handle);
    return account;
  }

  /** After the answer; when it fails, the next click tries again. */
  private async rename(discordId: string, account: Account, handle: string): Promise<void> {
    this.known.set(discordId, { ...account, handle });
    await this.users.followName(account.id, handle).catch(() => this.known.delete(discordId));
  }
}
