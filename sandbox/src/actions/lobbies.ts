import type { LobbyMember, LobbyRecord } from '../world/application-records.js';
import type { Timed } from '../world/timers.js';
import type { World } from '../world/world.js';

/** Changes a lobby; it is alive again from now on. */
export function updateLobby(world: World, lobby: LobbyRecord, fields: Partial<LobbyRecord>): LobbyRecord {
  return world.lobbies.patch(lobby, { ...fields, touched_at: world.clock() });
}

/** Takes members in, or in the place of what they were. */
export function putMembers(world: World, lobby: LobbyRecord, members: readonly LobbyMember[]): LobbyRecord {
  const ids = members.map(({ id }) => id);
  const others = lobby.members.filter(({ id }) => !ids.includes(id));
  return updateLobby(world, lobby, { members: [...others, ...members] });
}

/** Takes members out; nothing happens to who is not in it. */
export function removeMembers(world: World, lobby: LobbyRecord, ids: readonly string[]): LobbyRecord {
  return updateLobby(world, lobby, { members: lobby.members.filter(({ id }) => !ids.includes(id)) });
}

/** Removes a lobby with what was said in it. */
export function deleteLobby(world: World, lobbyId: string): void {
  for (const message of world.messagesByLobby.of(lobbyId)) world.lobbyMessages.delete(message.id);
  world.lobbies.delete(lobbyId);
}

/** Removes the lobbies in which nothing has happened for as long as they say. Nobody is ever connected to one here. */
export const lobbyTimes: Timed = {
  nextAt: ({ lobbies }) => Math.min(...[...lobbies.values()].map(endOf)),
  run: ({ world }) => {
    for (const lobby of [...world.lobbies.values()])
      if (endOf(lobby) <= world.clock()) deleteLobby(world, lobby.id);
  },
};

function endOf({ touched_at, idle_timeout_seconds }: LobbyRecord): number {
  return touched_at + idle_timeout_seconds * 1_000;
}
