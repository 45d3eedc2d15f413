import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { withId } from '../../infra/with-id.js';
import { PERSONAL_TOKEN_MODEL, type PersonalTokenDocument } from './personal-tokens.schema.js';
import type { PersonalToken } from './rules/personal-token.js';

/** Personal tokens, without the secrets themselves. */
@Injectable()
export class PersonalTokensRepository {
  constructor(@InjectModel(PERSONAL_TOKEN_MODEL) private readonly tokens: Model<PersonalTokenDocument>) {}

  async create({ id, scopes, ...fields }: PersonalToken, secretDigest: string): Promise<void> {
    await this.tokens.create({ ...fields, _id: id, scopes: [...scopes], secret_digest: secretDigest });
  }

  /** Also one that has expired. */
  async findBySecret(secretDigest: string): Promise<PersonalToken | null> {
    const document = await this.tokens.findOne({ secret_digest: secretDigest }).lean();
    return document && toToken(document);
  }

  async count(userId: string): Promise<number> {
    return this.tokens.countDocuments({ user_id: userId });
  }

  /** Newest first. @param before the last id of the page before; `null` for the first page */
  async list(userId: string, before: string | null, limit: number): Promise<PersonalToken[]> {
    const documents = await this.tokens
      .find({ user_id: userId, ...(before !== null && { _id: { $lt: before } }) })
      .sort({ _id: -1 })
      .limit(limit)
      .lean();
    return documents.map(toToken);
  }

  async noteUse(id: string, now: Date): Promise<void> {
    await this.tokens.updateOne({ _id: id }, { $set: { last_used_at: now } });
  }

  /** @returns whether there was one */
  async remove(userId: string, id: string): Promise<boolean> {
    return (await this.tokens.deleteOne({ _id: id, user_id: userId })).deletedCount === 1;
  }

  async removeAll(userId: string): Promise<void> {
    await this.tokens.deleteMany({ user_id: userId });
  }
}

function toToken({ secret_digest: _digest, ...document }: PersonalTokenDocument): PersonalToken {
  return withId(document);
}
