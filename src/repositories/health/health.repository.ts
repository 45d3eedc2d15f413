import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';

/** What tells whether the database works. */
@Injectable()
export class HealthRepository {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** About how many mirrors there are; rejects when the database does not answer. */
  async countMirrors(): Promise<number> {
    return this.connection.collection('discord_events').estimatedDocumentCount();
  }
}
