import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { IMPORT_MODEL, type ImportDocument } from './import.schema.js';

/** Which entries of files have become which events. */
@Injectable()
export class ImportsRepository {
  constructor(@InjectModel(IMPORT_MODEL) private readonly imports: Model<ImportDocument>) {}

  /** The id of the event that an entry is, or is to be: the same one each time. */
  async claim(orgId: string, uid: string): Promise<string> {
    const { event_id } = await this.imports
      .findOneAndUpdate(
        { _id: keyOf(orgId, uid) },
        { $setOnInsert: { org_id: orgId, event_id: uuidv7(), created_at: new Date() } },
        { upsert: true, returnDocument: 'after' },
      )
      .lean();
    return event_id;
  }

  /** As `claim`, for an entry that came before; `null` for a new one. */
  async find(orgId: string, uid: string): Promise<string | null> {
    const found = await this.imports.findById(keyOf(orgId, uid)).lean();
    return found?.event_id ?? null;
  }
}

function keyOf(orgId: string, uid: string): string {
  return createHash('sha256').update(`${orgId}\n${uid}`).digest('base64url');
}
