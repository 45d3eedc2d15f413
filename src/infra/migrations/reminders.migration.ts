import type { Migration } from './migration.js';

/** Has every event that is to come looked at once, so that it is known when it is to be reminded of. */
export const reminders: Migration = {
  name: 'reminders',
  schema_version: 2,
  async up(db): Promise<void> {
    await db
      .collection('events')
      .updateMany({ state: 'published', start_at_utc: { $gt: new Date() } }, { $set: { effects_due: true } });
  },
};
