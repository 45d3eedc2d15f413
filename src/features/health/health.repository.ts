import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';

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
      return await this.connection.collection('discord_events').estimatedDocumentCount();
    } catch {
      return null;
    }
  }

  private async ask(): Promise<boolean> {
    try {
      await this.connection.db?.command({ ping: 1 });
      return this.connection.db !== undefined;
    } catch {
      return false;
    }
  }
}
