import type { MadeChannel } from './event-channels.js';

/** A thread as Discord has it. */
export interface FoundThread {
  readonly id: string;
  readonly name: string;
  readonly parent_id: string | null;
  /** Whether the bot made it. */
  readonly isOwn: boolean;
  readonly archived: boolean;
  readonly locked: boolean;
}

/** Discord's limit of a thread's members, the bot not counted. */
const MEMBERS = 999;

/** Who is to be let into an event's thread, and who has to go. Whom people let in themselves is in neither list. */
export function threadChanges(
  { member_ids: inside = [], adding_ids: perhapsInside = [] }: MadeChannel,
  wantedIds: readonly string[],
): { readonly kept: string[]; readonly added: string[]; readonly removed: string[] } {
  const wanted = [...new Set(wantedIds)].slice(0, MEMBERS);
  const known = new Set(inside);
  return {
    kept: inside.filter((id) => wanted.includes(id)),
    added: wanted.filter((id) => !known.has(id)),
    removed: [...new Set([...inside, ...perhapsInside])].filter((id) => !wanted.includes(id)),
  };
}

/** The thread that a create with an unknown outcome has made: the bot's own, of the same name and channel, and new since. */
export function threadFoundAgain(
  { name, known_ids }: MadeChannel,
  channelId: string | null,
  threads: readonly FoundThread[],
): FoundThread | undefined {
  return threads.find(
    (thread) =>
      thread.isOwn &&
      thread.name === name &&
      (channelId === null || thread.parent_id === channelId) &&
      !known_ids.includes(thread.id),
  );
}
