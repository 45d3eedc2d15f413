import type { Migration } from './migration.js';

/** Events from before the end of their signups woke them: each is due then, when that is before its start or end. */
export const signupDeadlines: Migration = {
  name: 'signup-deadlines',
  schema_version: 3,
  async up(db) {
    const open = { signup_closes_at: { $gt: new Date() }, due_at: { $type: 'date' as const } };
    await db
      .collection('events')
      .updateMany(open, [{ $set: { due_at: { $min: ['$due_at', '$signup_closes_at'] } } }]);
  },
};
