import type { mongo } from 'mongoose';
import { dropIndexes, haveSameKeys } from './indexes.js';
import type { Migration } from './migration.js';

/** Prepares what is shown on Discord for its indexes: by server they tell what is over from what is not, and a scheduled event is one event's. */
export const mirrorIndexes: Migration = {
  name: 'mirror-indexes',
  schema_version: 3,
  async up(db): Promise<void> {
    for (const collection of ['discord_events', 'interactive_messages'])
      await dropIndexes(db.collection(collection), (keys) => haveSameKeys(keys, { guild_id: 1 }));
    await leaveToFirst(db.collection<{ _id: string }>('discord_events'));
  },
};

/** Where several events had adopted one scheduled event at the same moment, the first keeps it, and the others their messages. */
async function leaveToFirst(mirrors: mongo.Collection<{ _id: string }>): Promise<void> {
  const shared = mirrors.aggregate<{ ids: string[] }>([
    { $match: { discord_event_id: { $gt: '' } } },
    { $sort: { _id: 1 } },
    { $group: { _id: '$discord_event_id', ids: { $push: '$_id' } } },
    { $match: { 'ids.1': { $exists: true } } },
  ]);
  for await (const { ids } of shared) {
    const none = { discord_event_id: null, adopted: false, status: null, confirmed: null };
    const detached = { ...none, detached: ['scheduled_event'], sync_state: 'detached' };
    await mirrors.updateMany({ _id: { $in: ids.slice(1) } }, { $set: detached });
  }
}
