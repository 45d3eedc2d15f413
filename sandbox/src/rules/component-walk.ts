import { isObject, MOST_INT32, type Reader } from '../validation/reader.js';
import type { World } from '../world/world.js';

/** What a walk over a message's components gathers. */
export interface Walk {
  world: World;
  /** Custom ids seen: each may occur once. */
  customIds: Set<string>;
  /** Components seen. */
  count: number;
  /** Numbers that components bring along (`id`); the others get those that are left. */
  given: Set<number>;
  numbers: Set<number>;
  /** Characters of all texts. */
  characters: number;
  /** Names of the message's attachments, which `attachment://` may refer to. */
  filenames: readonly string[];
}

/** Containers, sections, accessories: no component stands deeper. */
const DEPTH = 4;

/** The numbers that the components of a body bring along. */
export function givenNumbers(nodes: unknown, depth = DEPTH): number[] {
  if (depth === 0 || !Array.isArray(nodes)) return [];
  return nodes
    .filter(isObject)
    .flatMap(({ id, components, accessory, component }) => [
      ...(typeof id === 'number' && id > 0 ? [id] : []),
      ...givenNumbers(components, depth - 1),
      ...givenNumbers([accessory, component], depth - 1),
    ]);
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
export function numberOf(reader: Reader, walk: Pick<Walk, 'count' | 'given' | 'numbers'>): number {
  walk.count += 1;
  const given = reader.integer('id', { nullable: true, min: 0, max: MOST_INT32 });
  if (given && walk.numbers.has(given))
    reader.fault('id', 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated');
  const number = given ? given : nextFree(walk);
  walk.numbers.add(number);
  return number;
}

function nextFree({ given, numbers }: Pick<Walk, 'given' | 'numbers'>): number {
  let number = 1;
  while (given.has(number) || numbers.has(number)) number += 1;
  return number;
}
