import 'reflect-metadata';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Config } from '../config/config.js';
import { ConfigModule } from '../config/config.module.js';
import { ConfigError, loadConfig } from '../config/load-config.js';
import { MigrationError } from '../infra/migrations/migration.js';
import { Migrations } from '../infra/migrations/migrations.js';
import { DatabaseModule } from '../infra/mongo.module.js';

// Brings the database up to date and ends (docs/operations.md). Needs MONGODB_URI.

@Module({})
class MigrateModule {
  static with(config: Config): DynamicModule {
    return { module: MigrateModule, imports: [ConfigModule.of(config), DatabaseModule] };
  }
}

async function migrate(): Promise<void> {
  const config = loadConfig(undefined, 'migrate');
  const app = await NestFactory.createApplicationContext(MigrateModule.with(config), {
    logger: ['warn', 'error'],
    abortOnError: false,
  });
  try {
    await app.get(Migrations, { strict: false }).run();
  } finally {
    await app.close();
  }
}

function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof MigrationError) return error.message;
  return `Not migrated: ${error instanceof Error ? error.message : String(error)}`;
}

try {
  await migrate();
  process.stdout.write('The database is up to date.\n');
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
