import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Config } from '../config/config.js';
import { ConfigModule } from '../config/config.module.js';
import { ConfigError, loadConfig } from '../config/load-config.js';
import { MigrationError } from '../infra/migrations/migration.js';
import { DatabaseModule } from '../infra/mongo.module.js';
import { fail } from './fail.js';

/** As little of the application as works on the database alone. */
@Module({})
class DatabaseCommandModule {
  static with(config: Config): DynamicModule {
    return { module: DatabaseCommandModule, imports: [ConfigModule.of(config), DatabaseModule] };
  }
}

/**
 * Runs a command that needs MONGODB_URI alone; the exit code is 1 when it fails.
 * @param unless how the message of a failure begins
 */
export async function runWithDatabase(
  unless: string,
  command: (app: INestApplicationContext) => Promise<void>,
): Promise<void> {
  try {
    const app = await NestFactory.createApplicationContext(
      DatabaseCommandModule.with(loadConfig(undefined, 'migrate')),
      { logger: ['warn', 'error'], abortOnError: false },
    );
    try {
      await command(app);
    } finally {
      await app.close();
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const isPlain = error instanceof ConfigError || error instanceof MigrationError;
    fail(isPlain ? message : `${unless}: ${message}`);
  }
}
