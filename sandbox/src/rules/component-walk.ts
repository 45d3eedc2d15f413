import type { Reader } from '../validation/reader.js';

/** What a walk over a message's components gathers. */
export interface Walk {
  /** Custom ids seen: each may occur once. */
  customIds: Set<string>;
  /** Components seen; each gets its number as `id` unless it brings one. */
  count: number;
  v2: boolean;
}

/** Reads `custom_id`: 1 to 100 characters, once in a message. */
export function readCustomId(reader: Reader, walk: Pick<Walk, 'customIds'>): string {
  const id = reader.string('custom_id', { required: true, min: 1, max: 100 }) ?? '';
  if (id !== '' && walk.customIds.has(id)) {
    reader.fault('custom_id', 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
  }
  walk.customIds.add(id);
  return id;
}

/** The component's number in its message. */
export function numberOf(reader: Reader, walk: Pick<Walk, 'count'>): number {
  walk.count += 1;
  const given = reader.integer('id', { nullable: true, min: 0 });
  return given ? given : walk.count;
}

/** Reads `emoji` of a button or option. */
export function readEmoji(reader: Reader): object | undefined {
  const emoji = reader.object('emoji', { nullable: true });
  if (!emoji) return undefined;
  const { id, name } = { id: emoji.raw('id') ?? null, name: emoji.raw('name') ?? null };
  if (id === null) return name === null ? undefined : { name };
  return { id, name, animated: emoji.raw('animated') === true };
}
