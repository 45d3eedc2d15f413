import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { withTimeout } from '../../common/with-timeout.js';

/** A database that takes longer to answer is away: health says so well before its request's deadline. */
const ANSWER_MS = 3_000;

const SHARED_MS = 1_000;

/** What tells whether the database works. */
@Injectable()
export class HealthRepository {
  private asked: { readonly at: number; readonly answer: Promise<boolean> } | null = null;

  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** Whether the database answers. Those who ask within a second share one question. Never rejects. */
  answers(): Promise<boolean> {
    const now = performance.now();
    if (this.asked === null || now - this.asked.at >= SHARED_MS) this.asked = { at: now, answer: this.ask() };
    return this.asked.answer;
  }

  /** About how many mirrors there are; `null` when the database does not answer. */
  async countMirrors(): Promise<number | null> {
    try {
      const count = this.connection.collection('discord_events').estimatedDocumentCount();
      return await withTimeout(count, ANSWER_MS, 'the database did not answer');
    } catch {
      return null;
    }
  }

  private async ask(): Promise<boolean> {
    try {
      const { db } = this.connection;
      if (db === undefined) return false;
      await withTimeout(db.command({ ping: 1 }), ANSWER_MS, 'the database did not answer');
      return true;
    } catch {
      return false;
    }
  }
}
