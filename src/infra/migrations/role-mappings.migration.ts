import type { Migration } from './migration.js';

/** Ties each role mapping to the registration of its server; those of a server that left or changed hands since go away. */
export const roleMappings: Migration = {
  name: 'role_mappings',
  schema_version: 1,
  async up(db, lost): Promise<void> {
    const mappings = db.collection('discord_role_mappings');
    for await (const { _id, guild_id, created_at } of mappings.find({ registered_at: { $exists: false } })) {
      lost.throwIfAborted();
      const guild = await db.collection('discord_guilds').findOne({ guild_id, removed_at: null });
      const registered: unknown = guild?.['created_at'];
      const isOfIt = registered instanceof Date && created_at instanceof Date && registered <= created_at;
      if (isOfIt) await mappings.updateOne({ _id }, { $set: { registered_at: registered } });
      else await mappings.deleteOne({ _id });
    }
  },
};
