import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { withId } from '../../infra/with-id.js';
import { endOfSession, type Session } from './rules/session.js';
import { SESSION_MODEL, type SessionDocument } from './sessions.schema.js';

/** Sessions. One that has expired is not there, whether MongoDB has cleared it away yet or not. */
@Injectable()
export class SessionsRepository {
  constructor(@InjectModel(SESSION_MODEL) private readonly sessions: Model<SessionDocument>) {}

  async create({ id, ...fields }: Session, secretDigest: string): Promise<void> {
    await this.sessions.create({ ...fields, _id: id, secret_digest: secretDigest });
  }

  async findBySecret(secretDigest: string): Promise<Session | null> {
    const document = await this.sessions.findOne({ secret_digest: secretDigest, ...alive() }).lean();
    return document && toSession(document);
  }

  async exists(id: string): Promise<boolean> {
    return (await this.sessions.exists({ _id: id, ...alive() })) !== null;
  }

  /** Newest first. @param before the last id of the page before; `null` for the first page */
  async list(userId: string, before: string | null, limit: number): Promise<Session[]> {
    const documents = await this.sessions
      .find({ user_id: userId, ...alive(), ...(before !== null && { _id: { $lt: before } }) })
      .sort({ _id: -1 })
      .limit(limit)
      .lean();
    return documents.map(toSession);
  }

  /** The session lasts on from `now`. */
  async noteUse(id: string, now: Date): Promise<void> {
    await this.sessions.updateOne(
      { _id: id },
      { $set: { last_used_at: now, expires_at: endOfSession(now) } },
    );
  }

  /** @returns whether there was one */
  async remove(userId: string, id: string): Promise<boolean> {
    return (await this.sessions.deleteOne({ _id: id, user_id: userId, ...alive() })).deletedCount === 1;
  }

  /** @returns whose it was; `null` when there is none */
  async removeBySecret(secretDigest: string): Promise<string | null> {
    const removed = await this.sessions.findOneAndDelete({ secret_digest: secretDigest }).lean();
    return removed?.user_id ?? null;
  }

  async removeAll(userId: string): Promise<void> {
    await this.sessions.deleteMany({ user_id: userId });
  }
}

const alive = () => ({ expires_at: { $gt: new Date() } });

function toSession({ secret_digest: _digest, ...document }: SessionDocument): Session {
  return withId(document);
}
