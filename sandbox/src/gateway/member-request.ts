import { memberShape } from '../shapes/user.js';
import { isObject } from '../validation/reader.js';
import type { MemberRecord } from '../world/records.js';
import type { World } from '../world/world.js';
import { requireUser } from '../shapes/user.js';
import type { Session } from './session.js';

const CHUNK = 1_000;

/** Answers a request for guild members with chunks of at most 1,000. */
export function sendMembers(world: World, session: Session, d: unknown): void {
  if (!isObject(d) || typeof d['guild_id'] !== 'string' || !world.guilds.has(d['guild_id'])) return;
  const guildId = d['guild_id'];
  const wanted = userIds(d['user_ids']);
  const all = world.membersByGuild.of(guildId);
  const found = wanted ? all.filter((m) => wanted.includes(m.user_id)) : matching(world, all, d);
  const chunks = Math.max(1, Math.ceil(found.length / CHUNK));
  for (let index = 0; index < chunks; index += 1) {
    session.dispatch('GUILD_MEMBERS_CHUNK', {
      guild_id: guildId,
      members: found.slice(index * CHUNK, (index + 1) * CHUNK).map((m) => memberShape(world, m)),
      chunk_index: index,
      chunk_count: chunks,
      not_found: wanted?.filter((id) => !found.some((m) => m.user_id === id)) ?? [],
      ...(typeof d['nonce'] === 'string' ? { nonce: d['nonce'] } : {}),
    });
  }
}

function userIds(value: unknown): string[] | null {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : null;
}

function matching(world: World, members: MemberRecord[], d: Record<string, unknown>): MemberRecord[] {
  const query = typeof d['query'] === 'string' ? d['query'].toLowerCase() : '';
  const limit = typeof d['limit'] === 'number' && d['limit'] > 0 ? d['limit'] : Infinity;
  const named = members.filter((m) => {
    const names = [requireUser(world, m.user_id).username, m.nick ?? ''];
    return names.some((name) => name.toLowerCase().startsWith(query));
  });
  return named.slice(0, limit);
}
