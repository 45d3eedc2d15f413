import type { Connection } from 'mongoose';
import type { OldEvent, OldSignup } from '../../src/infra/migrations/roster/old-shape.js';

/** Fills a database as it was before rosters. */
export async function insertOld(
  connection: Connection,
  events: readonly OldEvent[],
  signups: readonly OldSignup[],
): Promise<void> {
  const stored = connection.collection<OldEvent>('events');
  // Needed no longer.
  await stored.createIndex({ state: 1 }, { partialFilterExpression: { 'seats.waitlist': { $gt: 0 } } }, {});
  await stored.insertMany([...events]);
  await connection.collection<OldSignup>('event_signups').insertMany([...signups]);
}
