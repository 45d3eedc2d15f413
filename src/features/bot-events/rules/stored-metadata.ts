import type { BotEventMetadata } from './bot-event.js';

/** As MongoDB keeps it: an object, or its JSON when a field has a name that the driver would stumble over. */
export type StoredMetadata = BotEventMetadata | string;

export function toStored(metadata: BotEventMetadata): StoredMetadata {
  return hasOddName(metadata) ? JSON.stringify(metadata) : metadata;
}

export function fromStored(stored: StoredMetadata): BotEventMetadata {
  return typeof stored === 'string' ? (JSON.parse(stored) as BotEventMetadata) : stored;
}

/**
 * A zero byte cannot be in a name; `_bsontype` marks a type of the driver's own; and the driver looks names up in an
 * ordinary object, where `constructor` and the like are always found.
 */
function hasOddName(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([name, inner]) =>
      name.includes('\0') || name === '_bsontype' || name in Object.prototype || hasOddName(inner),
  );
}
