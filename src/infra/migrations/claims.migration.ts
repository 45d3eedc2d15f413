import type { Migration } from './migration.js';

/** Which documents kept until when one process alone worked on them, and how the field was called. */
const OLD_CLAIMS = [
  ['discord_events', 'claim'],
  ['discord_role_grants', 'busy_until'],
  ['discord_temporary_roles', 'busy_until'],
  ['discord_channel_mappings', 'busy_until'],
] as const;

/** Claims are kept by the database's clock. Processes that keep them by their own must not run beside. */
export const claims: Migration = {
  name: 'claims',
  schema_version: 3,
  async up(db, lost): Promise<void> {
    for (const [collection, field] of OLD_CLAIMS) {
      lost.throwIfAborted();
      await db.collection(collection).updateMany({ [field]: { $exists: true } }, { $unset: { [field]: 1 } });
    }
  },
};
