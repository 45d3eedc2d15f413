import { randomUUID } from 'node:crypto';
import type { Connection, Schema, SchemaType } from 'mongoose';

/** Somebody who is to be found in documents. */
interface Somebody {
  readonly id: string;
  readonly discord_id: string;
}

/** A document that names somebody in one place. */
interface Trace {
  /** Collection and field, for example `payouts.shares.user_id`. */
  readonly place: string;
  /** What no other document holds. */
  readonly marks: readonly string[];
}

const TOMORROW_MS = 86_400_000;
const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gu;

/** Fields that name somebody by the id of their account, and by Discord's. */
const ACCOUNT =
  /\.(user_id|user_ids|author_id|actor_id|target_id|created_by|decided_by|co_organizer_ids|owner_id)$/u;
const DISCORD_ACCOUNT = /\.discord_id$|^discord_guilds\.owner_id$/u;
/** Texts of our own with ids in them. */
const TEXTS = ['discord_jobs.dedupe_key', 'discord_jobs.error_message', 'webhook_deliveries.body'];
/** What stands beside the one who is named, and may tell who it is. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  'bot_events.discord_id': ['bot_events.idempotency_key', 'bot_events.error'],
  'plan_subscriptions.discord_id': ['plan_subscriptions.email'],
};
/** What has to be read when it is shown. */
const READ: Readonly<Record<string, string>> = {
  'event_series.rule': 'FREQ=WEEKLY',
  'event_series.timezone': 'Europe/Paris',
  'event_series.local_start': '2026-12-01T21:00',
};
/** What has no shape in its schema. */
const SHAPELESS: Readonly<Record<string, (somebody: Somebody) => unknown>> = {
  'discord_channel_mappings.present': ({ discord_id }) => [{ discord_id, channel_id: '1' }],
  'plan_subscriptions.tellings': ({ discord_id }) => [
    { event_id: 'evt_1', kind: 'state', told_at: new Date(), discord_id, status: 'active', items: [] },
  ],
};

/**
 * Writes a document for every field of every collection that can name people, in which that field names somebody. What time
 * would bring about is due tomorrow.
 * @param but collections that are left out
 */
export async function leaveTraces(
  connection: Connection,
  somebody: Somebody,
  but: readonly string[],
): Promise<Trace[]> {
  const traces: Trace[] = [];
  for (const { collection, schema } of Object.values(connection.models)) {
    if (but.includes(collection.name)) continue;
    for (const place of placesIn(schema, collection.name)) {
      const document = { ...documentOf(schema, collection.name, place, somebody), _id: randomUUID() };
      await connection.collection<{ _id: string }>(collection.name).insertOne(document);
      const ids = JSON.stringify(document).match(UUID) ?? [];
      traces.push({ place, marks: ids.filter((id) => id !== somebody.id) });
    }
  }
  return traces;
}

/** The fields that can name people. */
function placesIn(schema: Schema, at: string): string[] {
  return Object.entries(schema.paths).flatMap(([path, { schema: inner }]) => {
    const place = `${at}.${path}`;
    if (inner !== undefined) return placesIn(inner, place);
    const isNamed = ACCOUNT.test(place) || DISCORD_ACCOUNT.test(place) || TEXTS.includes(place);
    return isNamed || place in SHAPELESS ? [place] : [];
  });
}

function documentOf(schema: Schema, at: string, place: string, who: Somebody): Record<string, unknown> {
  const fields = Object.entries(schema.paths).map(
    ([path, type]) => [path, valueOf(type, `${at}.${path}`, place, who)] as const,
  );
  return Object.fromEntries(fields);
}

function valueOf(type: SchemaType, at: string, place: string, who: Somebody): unknown {
  const isList = type.instance.endsWith('Array');
  if (at === place) return SHAPELESS[at]?.(who) ?? (isList ? [nameAt(at, who)] : nameAt(at, who));
  if (BESIDE[place]?.includes(at) === true) return textOf(who);
  if (type.schema !== undefined && place.startsWith(`${at}.`)) {
    const inner = documentOf(type.schema, at, place, who);
    return isList ? [inner] : inner;
  }
  return READ[at] ?? (isList ? [] : plainValue(type));
}

function nameAt(place: string, who: Somebody): string {
  if (TEXTS.includes(place)) return textOf(who);
  return DISCORD_ACCOUNT.test(place) ? who.discord_id : who.id;
}

function textOf({ id, discord_id }: Somebody): string {
  return `It names ${id} and ${discord_id} (${randomUUID()}).`;
}

function plainValue({ instance, options, isRequired }: SchemaType): unknown {
  if (isRequired !== true) return null;
  const [choice] = (options as { readonly enum?: readonly string[] }).enum ?? [];
  if (choice !== undefined) return choice;
  if (instance === 'Date') return new Date(Date.now() + TOMORROW_MS);
  if (instance === 'Number') return 1;
  if (instance === 'Boolean') return false;
  return instance === 'Mixed' ? {} : randomUUID();
}
