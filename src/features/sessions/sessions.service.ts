import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../common/actor.js';
import { encodeCursor, idIn } from '../../common/cursor.js';
import { notFound } from '../../common/errors.js';
import type { KeepsPersonalData, Person } from '../../common/personal-data.js';
import { type Page, pageOf } from '../../common/page.js';
import { truncate } from '../../common/text.js';
import { endOfSession, isUseToNote, type Session, USER_AGENT_MAX } from './rules/session.js';
import { digestOf, newSecret } from './secrets.js';
import { SessionsRepository } from './sessions.repository.js';

/** More than anybody has. */
const ALL = 1_000;

/** A session that a cookie belongs to. */
export interface UsedSession {
  readonly session: Session;
  /** Whether it lasts longer by this use, which the browser has to be told. */
  readonly isProlonged: boolean;
}

/** The browsers in which people are signed in. */
@Injectable()
export class SessionsService implements KeepsPersonalData {
  private readonly followers: ((userId: string) => void)[] = [];

  constructor(private readonly sessions: SessionsRepository) {}

  /** Has a room above this one hear whose sessions were ended in this process. Called when the room starts. */
  followEnds(follower: (userId: string) => void): void {
    this.followers.push(follower);
  }

  /** @returns the secret for the browser's cookie, which is kept nowhere */
  async start(userId: string, userAgent: string | null): Promise<string> {
    const now = new Date();
    const secret = newSecret();
    const session: Session = {
      id: uuidv7(),
      user_id: userId,
      user_agent: userAgent === null ? null : truncate(userAgent, USER_AGENT_MAX),
      created_at: now,
      last_used_at: now,
      expires_at: endOfSession(now),
    };
    await this.sessions.create(session, digestOf(secret));
    return secret;
  }

  /** The session of a cookie; `null` when it has ended. */
  async use(secret: string): Promise<UsedSession | null> {
    const session = await this.sessions.findBySecret(digestOf(secret));
    if (session === null) return null;
    const now = new Date();
    const isProlonged = isUseToNote(session.last_used_at, now);
    if (isProlonged) await this.sessions.noteUse(session.id, now);
    return { session, isProlonged };
  }

  async isAlive(id: string): Promise<boolean> {
    return this.sessions.exists(id);
  }

  /** The actor's own, newest first. */
  async list({ user_id }: Actor, limit: number, cursor: string | null): Promise<Page<Session>> {
    const sessions = await this.sessions.list(user_id, idIn(cursor), limit + 1);
    return pageOf(sessions, limit, ({ id }) => encodeCursor([id]));
  }

  /** @throws not_found when the actor has no such session */
  async end({ user_id }: Actor, id: string): Promise<void> {
    if (!(await this.sessions.remove(user_id, id))) throw notFound('session');
    this.ended(user_id);
  }

  /** Signs the actor out of every browser. */
  async endAll({ user_id }: Actor): Promise<void> {
    await this.sessions.removeAll(user_id);
    this.ended(user_id);
  }

  /** Ends the session of a cookie, if there is one. */
  async endBySecret(secret: string): Promise<void> {
    const userId = await this.sessions.removeBySecret(digestOf(secret));
    if (userId !== null) this.ended(userId);
  }

  async exportOf({ user_id }: Person): Promise<unknown> {
    return this.sessions.list(user_id, null, ALL);
  }

  async erase({ user_id }: Person): Promise<void> {
    await this.sessions.removeAll(user_id);
    this.ended(user_id);
  }

  private ended(userId: string): void {
    for (const follower of this.followers) follower(userId);
  }
}
