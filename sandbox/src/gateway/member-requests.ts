import { GatewayIntentBits as I, GatewayOpcodes } from 'discord-api-types/v10';
import { presencesOf } from '../shapes/presence.js';
import { memberShape, requireUser } from '../shapes/user.js';
import { isObject } from '../validation/reader.js';
import type { MemberRecord } from '../world/records.js';
import { toSnowflake } from '../world/snowflake.js';
import type { World } from '../world/world.js';
import { shardOf } from './intents.js';
import type { Session } from './session.js';

const CHUNK = 1_000;
/** Members that a request by name or by ids gets at most. */
const NAMED_LIMIT = 100;
/** All members of a guild: once in this time for each guild (change log of 2025-08-14). */
const ALL_MEMBERS_WINDOW_MS = 30_000;

/** Answers requests for guild members, in chunks of at most 1,000. */
export class MemberRequests {
  /** When all members of a guild were last asked for. */
  private readonly lastAsked = new Map<string, number>();

  constructor(private readonly world: World) {}

  /** What cannot be answered (another shard's guild, all members without their intent) stays without an answer. */
  answer(session: Session, d: unknown): void {
    const guildId = isObject(d) ? toSnowflake(d['guild_id']) : null;
    if (!isObject(d) || guildId === null || !this.world.guilds.has(guildId)) return;
    if (shardOf(guildId, session.shard[1]) !== session.shard[0]) return;
    const wanted = userIds(d['user_ids']);
    const all = this.world.membersByGuild.of(guildId);
    if (wanted) {
      this.send(session, d, guildId, { found: all.filter((m) => wanted.includes(m.user_id)), wanted });
      return;
    }
    if (d['query'] === '') {
      if ((session.intents & I.GuildMembers) === 0) return;
      const wait = this.tooSoon(guildId, d);
      if (wait > 0) {
        const nonce = typeof d['nonce'] === 'string' ? { nonce: d['nonce'] } : {};
        const meta = { guild_id: guildId, ...nonce };
        const opcode = GatewayOpcodes.RequestGuildMembers;
        session.dispatch('RATE_LIMITED', { opcode, retry_after: wait / 1_000, meta });
        return;
      }
    }
    this.send(session, d, guildId, { found: this.matching(all, d), wanted: [] });
  }

  /** Milliseconds to wait when all members of a guild are asked for again too soon. */
  private tooSoon(guildId: string, d: Record<string, unknown>): number {
    if (typeof d['limit'] === 'number' && d['limit'] > 0) return 0;
    const now = this.world.clock();
    const wait = (this.lastAsked.get(guildId) ?? -Infinity) + ALL_MEMBERS_WINDOW_MS - now;
    if (wait <= 0) this.lastAsked.set(guildId, now);
    return wait;
  }

  private send(
    session: Session,
    d: Record<string, unknown>,
    guildId: string,
    { found, wanted }: { found: MemberRecord[]; wanted: string[] },
  ): void {
    const chunks = Math.max(1, Math.ceil(found.length / CHUNK));
    const withPresences = d['presences'] === true && (session.intents & I.GuildPresences) !== 0;
    for (let index = 0; index < chunks; index += 1) {
      const members = found.slice(index * CHUNK, (index + 1) * CHUNK);
      session.dispatch('GUILD_MEMBERS_CHUNK', {
        guild_id: guildId,
        members: members.map((m) => memberShape(this.world, m)),
        ...(withPresences ? { presences: presencesOf(this.world, members) } : {}),
        chunk_index: index,
        chunk_count: chunks,
        not_found: wanted.filter((id) => !found.some((m) => m.user_id === id)),
        ...(typeof d['nonce'] === 'string' ? { nonce: d['nonce'] } : {}),
      });
    }
  }

  private matching(members: MemberRecord[], d: Record<string, unknown>): MemberRecord[] {
    const query = typeof d['query'] === 'string' ? d['query'].toLowerCase() : '';
    const asked = typeof d['limit'] === 'number' && d['limit'] > 0 ? d['limit'] : Infinity;
    if (query === '') return members.slice(0, asked);
    const named = members.filter((m) => {
      const names = [requireUser(this.world, m.user_id).username, m.nick ?? ''];
      return names.some((name) => name.toLowerCase().startsWith(query));
    });
    return named.slice(0, Math.min(asked, NAMED_LIMIT));
  }
}

function userIds(value: unknown): string[] | null {
  if (value === undefined || value === null) return null;
  return [value]
    .flat()
    .flatMap((id) => toSnowflake(id) ?? [])
    .slice(0, NAMED_LIMIT);
}
