import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { Config } from '../../config/config.js';
import { RedisConnections } from '../../infra/redis.module.js';

/** What was not renewed for this long is anybody's. */
const LEASE_MS = 10_000;
/** Renewals that fail say that Redis is away, and that nothing can be taken; no renewal at all says that this process slept. */
const FAILED_LATELY_MS = 5_000;
/** When Redis is back, those who are connected renew before somebody else may take what has run out meanwhile. */
const HOLDERS_FIRST_MS = 3_000;
/** Discord lets one connection in each group of shards identify in this time. */
const IDENTIFY_EVERY_MS = 5_100;

const PROCESSES = 'gateway:processes';
const leaseOf = (shard: number): string => `gateway:shard:${shard}`;

/**
 * Renews what a process holds, and takes what is free, up to its share: shards are spread evenly over the processes.
 * KEYS: the processes, the lease of each shard · ARGV: this process, milliseconds, `takes`, `waits` or `rests`
 * Gives for each shard 1 (mine), 0 (another's) or -1 (free), and then the share.
 */
const RENEW_AND_TAKE = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  if ARGV[3] == 'rests' then redis.call('ZREM', KEYS[1], ARGV[1])
  else redis.call('ZADD', KEYS[1], now, ARGV[1]) end
  redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[2])
  local shards = #KEYS - 1
  local share = math.ceil(shards / math.max(1, redis.call('ZCARD', KEYS[1])))
  local mine, answer = 0, {}
  for i = 1, shards do
    local holder = redis.call('GET', KEYS[i + 1])
    answer[i] = holder == ARGV[1] and 1 or holder and 0 or -1
    if answer[i] == 1 then
      redis.call('PEXPIRE', KEYS[i + 1], ARGV[2])
      mine = mine + 1
    end
  end
  for i = 1, shards do
    if answer[i] == -1 and ARGV[3] == 'takes' and mine < share then
      redis.call('SET', KEYS[i + 1], ARGV[1], 'PX', ARGV[2])
      answer[i], mine = 1, mine + 1
    end
  end
  answer[shards + 1] = share
  return answer
`;

const RELEASE = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end`;

/** Who holds what. */
export interface Leases {
  readonly mine: readonly number[];
  /** Shards that no process holds. */
  readonly free: number;
  /** As many as a process takes while the others live. */
  readonly share: number;
}

/** Which process is connected for which shard, kept in Redis: one at a time, and another within seconds after one has died. */
@Injectable()
export class ShardLeases {
  private readonly me = uuidv7();
  private readonly shards: readonly number[];
  private validUntil = 0;
  private failedAt = -Infinity;

  constructor(
    config: Config,
    private readonly redis: RedisConnections,
  ) {
    this.shards = Array.from({ length: config.discordShards }, (_, shard) => shard);
  }

  /**
   * Renews what this process holds, and takes what is free.
   * @param rests whether it wants no more than it has: the others share the work without it
   * @returns `null` when Redis does not answer
   */
  async renew(rests: boolean): Promise<Leases | null> {
    const asked = performance.now();
    const wish = asked - this.failedAt > HOLDERS_FIRST_MS ? 'takes' : 'waits';
    const keys = [PROCESSES, ...this.shards.map(leaseOf)];
    try {
      const answer = await this.redis.shared.eval(
        RENEW_AND_TAKE,
        keys.length,
        ...keys,
        this.me,
        LEASE_MS,
        rests ? 'rests' : wish,
      );
      this.validUntil = asked + LEASE_MS;
      return this.read(answer as number[]);
    } catch {
      this.failedAt = performance.now();
      return null;
    }
  }

  /**
   * Whether what this process was given is still its own: no one else can have taken it, by this process's own clock, or Redis
   * is away, so that no one can take anything. A process that slept through its lease finds out before it does anything.
   */
  areValid(): boolean {
    const now = performance.now();
    return now < this.validUntil || now - this.failedAt < FAILED_LATELY_MS;
  }

  /** Lets another process have a shard. Never rejects. */
  async release(shard: number): Promise<void> {
    await this.redis.shared.eval(RELEASE, 1, leaseOf(shard), this.me).catch(() => undefined);
  }

  /** Takes no part any more. Never rejects. */
  async leave(): Promise<void> {
    await Promise.all(this.shards.map((shard) => this.release(shard)));
    await this.redis.shared.zrem(PROCESSES, this.me).catch(() => undefined);
  }

  /**
   * Waits until a shard may identify: all processes together must not do it faster than Discord allows.
   * @throws the signal's reason
   */
  async waitForIdentify(shard: number, atOnce: number, signal: AbortSignal): Promise<void> {
    const key = `gateway:identify:${shard % atOnce}`;
    const { shared } = this.redis;
    try {
      while ((await shared.set(key, this.me, 'PX', IDENTIFY_EVERY_MS, 'NX')) === null)
        await sleep(Math.max(1, await shared.pttl(key)), undefined, { signal });
    } catch {
      // Without Redis it goes on at once; Discord sends away who comes too early.
      signal.throwIfAborted();
    }
  }

  private read(answer: readonly number[]): Leases {
    const holders = answer.slice(0, this.shards.length);
    return {
      mine: this.shards.filter((shard) => holders[shard] === 1),
      free: holders.filter((holder) => holder === -1).length,
      share: answer[this.shards.length] ?? this.shards.length,
    };
  }
}
