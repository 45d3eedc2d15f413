import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { insertNew } from '../../infra/insert-new.js';
import { withId } from '../../infra/with-id.js';
import { AUDIT_MODEL, type AuditDocument } from './audit.schema.js';
import type { AuditedNoun, AuditEntry } from './rules/audit-entry.js';

/** The place in a list after which the next page begins. */
export interface AuditCursor {
  readonly at: Date;
  readonly id: string;
}

/** Whose entries: an organization's, an event's, or those of neither. */
export type AuditedThing =
  | { readonly org_id: string }
  | { readonly event_id: string }
  | { readonly org_id: null; readonly event_id: null };

/** What a list is narrowed to; all when nothing is said. */
export interface AuditFilter {
  readonly about?: AuditedNoun | undefined;
  readonly actor_id?: string | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

/** Who did what. Entries are added and, after their time, removed by MongoDB; nothing changes what they say. */
@Injectable()
export class AuditRepository {
  constructor(@InjectModel(AUDIT_MODEL) private readonly entries: Model<AuditDocument>) {}

  /** Leaves out entries whose id is there already. */
  async add(entries: readonly AuditEntry[]): Promise<void> {
    await insertNew(
      this.entries,
      entries.map(({ id, ...fields }) => ({ _id: id, ...fields })),
    );
  }

  /** What concerns an organization or an event, newest first. */
  async list(
    { about, actor_id, from, to, ...of }: AuditedThing & AuditFilter,
    after: AuditCursor | null,
    limit: number,
  ): Promise<AuditEntry[]> {
    const older =
      after === null ? {} : { $or: [{ at: { $lt: after.at } }, { at: after.at, _id: { $lt: after.id } }] };
    const between = { ...(from && { $gte: from }), ...(to && { $lt: to }) };
    const documents = await this.entries
      .find({
        ...of,
        ...(about && { action: new RegExp(`^${about}\\.`) }),
        ...(actor_id !== undefined && { actor_id }),
        ...((from ?? to) && { at: between }),
        ...older,
      })
      .sort({ at: -1, _id: -1 })
      .limit(limit)
      .lean();
    return documents.map(withId);
  }

  /** What somebody did, and what was done to them, newest first. */
  async listAbout(userId: string): Promise<AuditEntry[]> {
    const about = { $or: [{ actor_id: userId }, { target_id: userId }] };
    const documents = await this.entries.find(about).sort({ at: -1 }).lean();
    return documents.map(withId);
  }

  /** Puts an id that belongs to no one in the place of somebody who erased their account. */
  async replacePerson(userId: string, by: string): Promise<void> {
    await this.entries.updateMany({ actor_id: userId }, { $set: { actor_id: by } });
    await this.entries.updateMany({ target_id: userId }, { $set: { target_id: by } });
  }
}
