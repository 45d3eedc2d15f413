import { SNOWFLAKE } from '../../../common/snowflake.js';
import { type FieldError, invalid } from '../../../common/errors.js';
import { BOT_EVENT_TYPES, type BotEventReport, type BotEventType } from './bot-event.js';

/** As compact JSON, in UTF-16 units. */
const METADATA_LIMIT = 16 * 1024;
const DEPTH_LIMIT = 16;
const FIELDS: readonly string[] = ['event_type', 'discord_id', 'metadata'];

/**
 * Reads a report from anything that JSON can hold. By hand, because this is the hottest path of the internal API
 * (bench-anchors.md), and because validators drop fields of the metadata that are named like members of every object.
 * @throws invalid with every field that breaks a rule
 */
export function readReport(body: unknown): BotEventReport {
  if (!isObject(body)) throw invalid([{ field: 'body', message: 'the body must be an object' }]);
  const { event_type, discord_id, metadata = null } = body;
  const faults: FieldError[] = [];
  const fault = (field: string, message: string): void => void faults.push({ field, message });

  if (!isEventType(event_type))
    fault('event_type', `event_type must be one of the following values: ${BOT_EVENT_TYPES.join(', ')}`);
  if (typeof discord_id !== 'string' || !SNOWFLAKE.test(discord_id))
    fault('discord_id', 'discord_id must be a Discord id (17 to 20 digits)');
  const refusal = metadata === null ? null : metadataFault(metadata);
  if (refusal !== null) fault('metadata', refusal);
  for (const field of Object.keys(body)) {
    if (!FIELDS.includes(field))
      fault(field.slice(0, 100), `property ${field.slice(0, 100)} should not exist`);
  }
  if (faults.length > 0) throw invalid(faults);
  return { event_type, discord_id, metadata: metadata ?? {} } as BotEventReport;
}

function metadataFault(metadata: unknown): string | null {
  if (!isObject(metadata)) return 'metadata must be an object';
  const nested = nestedFault(metadata, 1);
  if (nested !== null) return nested;
  return JSON.stringify(metadata).length > METADATA_LIMIT
    ? `metadata must not be longer than ${String(METADATA_LIMIT)} characters`
    : null;
}

/** Depth comes first: everything after it may recurse. */
function nestedFault(value: unknown, depth: number): string | null {
  if (typeof value !== 'object' || value === null) return null;
  if (depth > DEPTH_LIMIT) return `metadata must not nest deeper than ${String(DEPTH_LIMIT)} levels`;
  for (const inner of Object.values(value)) {
    const fault = nestedFault(inner, depth + 1);
    if (fault !== null) return fault;
  }
  return null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEventType(value: unknown): value is BotEventType {
  return (BOT_EVENT_TYPES as readonly unknown[]).includes(value);
}
