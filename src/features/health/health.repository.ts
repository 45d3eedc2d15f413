import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';

/** What tells whether the database works. */
@Injectable()
export class HealthRepository {
  private asking: Promise<boolean> | null = null;

  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** Whether the database answers. Those who ask at the same moment share one question. Never rejects. */
  answers(): Promise<boolean> {
    this.asking ??= this.ask().finally(() => {
      this.asking = null;
    });
    return this.asking;
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
