import type { mongo } from 'mongoose';
import { skeleton } from '../../common/names.js';
import { truncate } from '../../common/text.js';
import type { OrganizationDocument } from '../../features/organizations/organizations.schema.js';
import { handlesFor } from '../../features/users/rules/user.js';
import type { UserDocument } from '../../features/users/users.schema.js';
import { isDuplicateKey } from '../duplicate-key.js';
import { buildIndexesOf } from './indexes.js';
import type { Migration } from './migration.js';

const NAME_MAX = 100;

/**
 * Handles and names of organizations from before they were compared: each gets what it looks like, so that newer ones
 * cannot pass for it. Where several look the same already, the oldest stays and the others become longer.
 */
export const lookAlikes: Migration = {
  name: 'look-alikes',
  schema_version: 1,
  async up(db, lost) {
    const users = db.collection<UserDocument>('users');
    const organizations = db.collection<OrganizationDocument>('organizations');
    // They refuse what looks the same, also while other processes write.
    await Promise.all([
      buildIndexesOf(db.collection('users')),
      buildIndexesOf(db.collection('organizations')),
    ]);
    for await (const user of users.find({ handle_skeleton: { $exists: false } }).sort({ _id: 1 })) {
      lost.throwIfAborted();
      const { _id, handle, discord_id } = user;
      await firstFree([handle, ...handlesFor(handle, discord_id, _id)], (name) =>
        users.updateOne({ _id, handle }, { $set: { handle: name, handle_skeleton: skeleton(name) } }),
      );
    }
    for await (const organization of organizations
      .find({ name_skeleton: { $exists: false } })
      .sort({ _id: 1 })) {
      lost.throwIfAborted();
      const { _id, name } = organization;
      await firstFree(namesFor(organization), (free) =>
        organizations.updateOne({ _id, name }, { $set: { name: free, name_skeleton: skeleton(free) } }),
      );
    }
  },
};

function namesFor({ _id, name, tag }: OrganizationDocument): readonly string[] {
  return ['', ` (${tag})`, ` (${tag} ${_id.slice(-12)})`].map(
    (ending) => `${truncate(name, NAME_MAX - ending.length)}${ending}`,
  );
}

/** Writes the first name that no other looks like. @throws the last refusal when all are taken */
async function firstFree(
  names: readonly string[],
  write: (name: string) => Promise<mongo.UpdateResult>,
): Promise<void> {
  let refusal: unknown;
  for (const name of names) {
    try {
      await write(name);
      return;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      refusal = error;
    }
  }
  throw refusal;
}
