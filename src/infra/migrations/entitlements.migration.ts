import type { mongo } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { isDuplicateKey } from '../duplicate-key.js';
import type { Migration } from './migration.js';

/** A subscription as it was kept under its provider's id, with the plan that its newest event named. */
interface OldSubscription {
  readonly _id: string;
  readonly discord_id: string;
  readonly status: string;
  readonly plan: string | null;
  readonly price: { readonly id: string; readonly amount: number } | null;
  readonly told_at: Date;
}

/** A change of plan, from before changes were numbered. */
interface OldChange {
  readonly _id: string;
  readonly discord_id: string;
  readonly action: string;
  readonly plan: string | null;
  readonly source: string;
  readonly created_at: Date;
}

/**
 * Turns subscriptions and changes of plans into entitlements: each subscription with what was said of it, the newest change of
 * each member as what they have, and the roles that it gave as ours to take.
 */
export const entitlements: Migration = {
  name: 'entitlements',
  schema_version: 2,
  async up(db, lost): Promise<void> {
    for await (const old of db.collection<OldSubscription>('subscriptions').find()) {
      lost.throwIfAborted();
      await keep(db, ofStripe(old));
    }
    const changes = db.collection<OldChange>('plan_changes');
    const newest = changes.aggregate<OldChange>([
      { $match: { revision: { $exists: false } } },
      { $sort: { _id: -1 } },
      { $group: { _id: '$discord_id', change: { $first: '$$ROOT' } } },
      { $replaceRoot: { newRoot: '$change' } },
    ]);
    for await (const change of newest) {
      lost.throwIfAborted();
      await numberNewest(db, change);
    }
    await changes.updateMany(
      { revision: { $exists: false } },
      { $set: { unfinished: false, revision: null } },
    );
  },
};

async function numberNewest(db: mongo.Db, change: OldChange): Promise<void> {
  const { _id, discord_id, plan, source, action } = change;
  const entitled = action !== 'subscription_cancelled' && plan !== null;
  if (source === 'admin' && entitled) await keep(db, ofAdmin(change, plan));
  if (entitled) await noteGivenRoles(db, discord_id, plan);
  const changes = db.collection<OldChange>('plan_changes');
  await changes.updateOne({ _id }, { $set: { revision: 1, entitled, price: null } });
}

/** The roles of the plan, as far as they are mapped, were given by us. */
async function noteGivenRoles(db: mongo.Db, discordId: string, plan: string): Promise<void> {
  const mapped = { verselink_role_type: 'plan', verselink_entity_id: plan };
  for await (const { guild_id, discord_role_id } of db.collection('discord_role_mappings').find(mapped)) {
    const [never, grant] = [
      new Date(0),
      { role_id: discord_role_id as string, reasons: ['plan'], ours: true },
    ];
    const known = { guild_id: guild_id as string, discord_id: discordId, 'grants.role_id': grant.role_id };
    const grants = db.collection<{ readonly _id: string; readonly grants: object[] }>('discord_role_grants');
    if ((await grants.findOne(known)) !== null) continue;
    await grants.updateOne(
      { guild_id: guild_id as string, discord_id: discordId },
      {
        $push: { grants: grant },
        $setOnInsert: { _id: uuidv7(), absent: false, looked_at: never, busy_until: never },
      },
      { upsert: true },
    );
  }
}

function ofStripe({ _id, discord_id, status, plan, price, told_at }: OldSubscription): object {
  const keys = plan === null ? [] : [plan];
  const kept = price && { ...price, currency: null, interval: null };
  return subscription('stripe', _id, discord_id, told_at, { status, items: [{ keys, price: kept }] });
}

function ofAdmin({ discord_id, created_at }: OldChange, plan: string): object {
  const items = [{ keys: [plan], price: null }];
  return subscription('admin', discord_id, discord_id, created_at, { status: 'active', items });
}

function subscription(source: string, sourceId: string, discordId: string, at: Date, state: object): object {
  return {
    _id: uuidv7(),
    source,
    source_id: sourceId,
    discord_id: discordId,
    matched_by: 'metadata',
    customer_id: null,
    email: null,
    payment_refs: [],
    base: null,
    base_told_at: null,
    tellings: [
      { event_id: `before:${sourceId}`, kind: 'state', told_at: at, discord_id: discordId, ...state },
    ],
    said: null,
    due_for: [],
    version: 1,
    created_at: at,
    updated_at: at,
  };
}

/** Killed half-way, it comes here again with what it has kept. */
async function keep(db: mongo.Db, document: object): Promise<void> {
  const { source, source_id } = document as { readonly source: string; readonly source_id: string };
  const kept = db.collection('plan_subscriptions');
  if ((await kept.findOne({ source, source_id })) !== null) return;
  await kept.insertOne(document).catch((error: unknown) => {
    if (!isDuplicateKey(error)) throw error;
  });
}
