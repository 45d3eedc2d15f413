import { Injectable } from '@nestjs/common';
import { RedisConnections } from '../infra/redis.module.js';

/** A copy may be as old as this where the gateway does not tell of changes. */
const COPY_MS = 60_000;

/** `copy`: as it was a moment ago · `now`: asked of Discord, for decisions that a moment matters to. */
export type Freshness = 'copy' | 'now';

/** Servers, their roles and channels as Discord sends them, less what nothing here reads. */
export interface GuildCopy {
  readonly id: string;
  readonly name: string;
  readonly owner_id: string;
  readonly roles: readonly RoleCopy[];
}
export interface RoleCopy {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly managed: boolean;
  readonly permissions: string;
}
export interface ChannelCopy {
  readonly id: string;
  readonly name: string;
  readonly type: number;
  readonly parent_id: string | null;
  readonly position: number;
  readonly permission_overwrites: readonly {
    readonly id: string;
    readonly allow: string;
    readonly deny: string;
  }[];
}

/** What a process that is connected to the gateway has in its memory, and Discord keeps true. */
export interface GatewayMemory {
  guild(guildId: string): GuildCopy | undefined;
  channels(guildId: string): readonly ChannelCopy[] | undefined;
}

/**
 * Keeps what was read, unless something has changed since the reading began.
 * KEYS: the server's copies, its version · ARGV: what, the copy, the version that was seen, milliseconds
 */
const KEEP = `
  if (redis.call('GET', KEYS[2]) or '0') ~= ARGV[3] then return end
  redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
  if redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[4]) end
`;

/**
 * What Discord said lately of servers, their channels, roles and members, so that it is not asked again and again. A process that
 * is connected to the gateway reads its own memory; the others share copies in Redis, which the gateway's events drop.
 */
@Injectable()
export class DiscordCopies {
  /** Set by the gateway door. */
  memory: GatewayMemory | null = null;

  constructor(private readonly redis: RedisConnections) {}

  async guild(
    guildId: string,
    load: () => Promise<GuildCopy | null>,
    how: Freshness,
  ): Promise<GuildCopy | null> {
    const known = how === 'copy' ? this.memory?.guild(guildId) : undefined;
    return known ?? this.read(guildId, 'guild', load, how);
  }

  async channels(
    guildId: string,
    load: () => Promise<readonly ChannelCopy[] | null>,
    how: Freshness,
  ): Promise<readonly ChannelCopy[] | null> {
    const known = how === 'copy' ? this.memory?.channels(guildId) : undefined;
    return known ?? this.read(guildId, 'channels', load, how);
  }

  async roles(
    guildId: string,
    load: () => Promise<readonly RoleCopy[]>,
    how: Freshness,
  ): Promise<readonly RoleCopy[]> {
    const known = how === 'copy' ? this.memory?.guild(guildId)?.roles : undefined;
    return known ?? (await this.read(guildId, 'roles', load, how)) ?? [];
  }

  /** The roles of a member; `null`, which is never kept, for someone who is none. */
  async rolesOf(
    guildId: string,
    userId: string,
    load: () => Promise<string[] | null>,
    how: Freshness,
  ): Promise<string[] | null> {
    return this.read(guildId, `member:${userId}`, load, how);
  }

  /** Something of a server has changed. @param userId only this member. Never rejects. */
  async drop(guildId: string, userId?: string): Promise<void> {
    const [copies, version] = keysOf(guildId);
    const change = this.redis.shared
      .multi()
      .incr(version)
      .pexpire(version, 2 * COPY_MS);
    const dropped = userId === undefined ? change.del(copies) : change.hdel(copies, `member:${userId}`);
    await dropped.exec().catch(() => undefined);
  }

  private async read<T>(
    guildId: string,
    what: string,
    load: () => Promise<T | null>,
    how: Freshness,
  ): Promise<T | null> {
    const [copies, version] = keysOf(guildId);
    const { shared } = this.redis;
    const asked = Promise.all([shared.hget(copies, what), shared.get(version)]);
    const [copy, seen] = await asked.catch(() => [null, undefined] as const);
    if (copy !== null && how === 'copy') return JSON.parse(copy) as T;
    const loaded = await load();
    if (loaded !== null && seen !== undefined) {
      const kept = [what, JSON.stringify(loaded), seen ?? '0', COPY_MS];
      await shared.eval(KEEP, 2, copies, version, ...kept).catch(() => undefined);
    }
    return loaded;
  }
}

function keysOf(guildId: string): readonly [copies: string, version: string] {
  return [`discord-copies:${guildId}`, `discord-copies-version:${guildId}`];
}

/** A role without what nothing here reads. */
export function toRoleCopy({ id, name, position, managed, permissions }: RoleCopy): RoleCopy {
  return { id, name, position, managed, permissions };
}
