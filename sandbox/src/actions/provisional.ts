import { refuse } from '../errors.js';
import type { UserRecord } from '../world/records.js';
import type { World } from '../world/world.js';

/** By which the application names a provisional account that it has made itself: no other provider is asked. */
const BOT_ISSUED = 'DISCORD_BOT_ISSUED_ACCESS_TOKEN';

/** Whose a token of another provider is; 530000 for providers, none of which can be set up here. */
export function provisionalByToken(world: World, type: string, token: string): UserRecord {
  if (type !== BOT_ISSUED) throw refuse(530000);
  const user = world.users.get(world.grants.get(token)?.user_id ?? '');
  if (typeof user?.external_user_id !== 'string') throw refuse(50025);
  return user;
}

/** A provisional account becomes part of its user's own, which takes its place in lobbies. */
export function mergeAccount(world: World, provisional: UserRecord, userId: string): void {
  world.users.patch(provisional, { merged_into: userId });
  for (const lobby of [...world.lobbies.values()]) {
    if (!lobby.members.some(({ id }) => id === provisional.id)) continue;
    const others = lobby.members.filter(({ id }) => id !== userId);
    const members = others.map((one) => (one.id === provisional.id ? { ...one, id: userId } : one));
    world.lobbies.patch(lobby, { members });
  }
}

/** Takes an account out of its user's own again: tokens of both end, and the next one is of a new account. 50229 unless it was merged. */
export function unmergeAccount(world: World, provisional: UserRecord): void {
  const { merged_into: userId } = provisional;
  if (typeof userId !== 'string') throw refuse(50229);
  world.users.patch(provisional, { merged_into: null, external_user_id: null });
  for (const grant of [...world.grants.values()])
    if ([userId, provisional.id].includes(grant.user_id)) world.grants.delete(grant.id);
}
