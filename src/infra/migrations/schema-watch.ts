import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { MigrationError } from './migration.js';
import { databaseOf, requireNotNewer } from './migrations.js';
import { SchemaRecord } from './schema-record.js';

/** With the time that an ordered shutdown takes, less than the 10 s within which a process has to stop. */
const LOOK_EVERY_MS = 3_000;

/** Notices when a newer version has changed the database's shape while this process runs. */
@Injectable()
export class SchemaWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private announce: (reason: MigrationError) => void = () => undefined;
  private timer: NodeJS.Timeout | undefined;

  /** Resolves with the reason when this process must not go on; else never. */
  readonly superseded = new Promise<MigrationError>((resolve) => (this.announce = resolve));

  constructor(@InjectConnection() private readonly connection: Connection) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    try {
      requireNotNewer(await new SchemaRecord(databaseOf(this.connection)).read());
    } catch (error) {
      // Anything else means that the database is away, which is told elsewhere.
      if (error instanceof MigrationError) this.announce(error);
    }
  }
}
