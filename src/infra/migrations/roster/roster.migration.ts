import type { mongo } from 'mongoose';
import type { EventDocument } from '../../../features/events/event.schema.js';
import { dropIndexes, haveSameKeys } from '../indexes.js';
import { MigrationError, type Migration } from '../migration.js';
import { convert } from './convert.js';
import type { OldEvent, OldSignup } from './old-shape.js';

const SIGNUPS = 'event_signups';
const SIGNUPS_BACKUP = 'event_signups_before_roster';
const NOT_CONVERTED = { roster: { $exists: false } };

/** Of the old shape alone. */
const OBSOLETE_INDEXES = [{ mirror_dirty: 1 }, { 'decisions.0.at': 1 }, { state: 1 }];

/**
 * Puts each event's signups into its document. Each event is converted by one write, so a run that was killed goes on where it
 * stopped. The signups' collection stays, under another name.
 */
export const roster: Migration = {
  name: 'roster',
  schema_version: 1,
  async up(db, lost) {
    const events = db.collection<OldEvent>('events');
    for await (const { _id } of events.find(NOT_CONVERTED, { projection: { _id: 1 } })) {
      lost.throwIfAborted();
      await convertEvent(db, _id);
    }
    if ((await events.countDocuments(NOT_CONVERTED, { limit: 1 })) > 0) {
      throw new MigrationError(
        'Events were changed while they were converted. Stop every VerseLink process of the older version, then start again.',
      );
    }
    await dropIndexes(db.collection('events'), (keys) =>
      OBSOLETE_INDEXES.some((obsolete) => haveSameKeys(keys, obsolete)),
    );
    await keepSignups(db);
  },
};

async function convertEvent(db: mongo.Db, id: string): Promise<void> {
  const old = await db.collection<OldEvent>('events').findOne({ _id: id, ...NOT_CONVERTED });
  if (old === null) return;
  const signups = await db.collection<OldSignup>(SIGNUPS).find({ event_id: id }).toArray();
  const { id: _id, ...converted } = convert(old, signups, new Date());
  await db
    .collection<EventDocument>('events')
    .replaceOne({ _id: id, revision: old.revision, ...NOT_CONVERTED }, converted);
}

/** Once every event is converted. Done before, if a run was killed just afterwards. */
async function keepSignups(db: mongo.Db): Promise<void> {
  const collections = await db.listCollections({}, { nameOnly: true }).toArray();
  const has = (wanted: string): boolean => collections.some(({ name }) => name === wanted);
  if (!has(SIGNUPS)) return;
  if (has(SIGNUPS_BACKUP)) {
    throw new MigrationError(
      `The collection ${SIGNUPS_BACKUP} of an earlier migration is still there. Drop or rename it, then start again.`,
    );
  }
  await db.collection(SIGNUPS).rename(SIGNUPS_BACKUP);
}
