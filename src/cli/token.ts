import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Config } from '../config/config.js';
import { ConfigModule } from '../config/config.module.js';
import { ConfigError, loadConfig } from '../config/load-config.js';
import { nameFault, tidy } from '../common/names.js';
import { SNOWFLAKE } from '../common/snowflake.js';
import { AuthenticationService, type TokenRequest } from '../features/sessions/authentication.service.js';
import { SessionsModule } from '../features/sessions/sessions.module.js';
import { HANDLE_MAX } from '../features/users/rules/user.js';
import { Migrations } from '../infra/migrations/migrations.js';
import { DatabaseModule } from '../infra/mongo.module.js';
import { fail } from './fail.js';

// Prints a bearer token for a user, made if missing, and nothing else. Needs MONGODB_URI and JWT_SECRET.

const USAGE =
  'Usage: npm run -s token -- --discord-id ID [--handle H] [--site-admin | --no-site-admin]\n' +
  'Where there is the built application alone: node dist/src/cli/token.js --discord-id ID …';

class UsageError extends Error {}

/** As little of the application as the command needs, so that it is quick. */
@Module({})
class TokenModule {
  static with(config: Config): DynamicModule {
    return { module: TokenModule, imports: [ConfigModule.of(config), DatabaseModule, SessionsModule] };
  }
}

function readArguments(args: string[]): TokenRequest {
  const { values } = parseArgs({
    args,
    allowNegative: true,
    options: {
      'discord-id': { type: 'string' },
      handle: { type: 'string' },
      'site-admin': { type: 'boolean' },
    },
  });
  const discordId = values['discord-id'] ?? '';
  if (!SNOWFLAKE.test(discordId))
    throw new UsageError('--discord-id must be a Discord id (17 to 20 digits).');
  const handle = tidy(values.handle ?? `user-${discordId.slice(-4)}`);
  const fault = nameFault(handle, { min: 1, max: HANDLE_MAX });
  if (fault !== null) throw new UsageError(`--handle ${fault}.`);
  return { discord_id: discordId, handle, site_admin: values['site-admin'] };
}

async function issueToken(args: string[]): Promise<string> {
  const request = readArguments(args);
  const app = await NestFactory.createApplicationContext(TokenModule.with(loadConfig(undefined, 'token')), {
    logger: false,
    abortOnError: false,
  });
  try {
    await app.get(Migrations, { strict: false }).atBoot();
    return await app.get(AuthenticationService).issueToken(request);
  } finally {
    await app.close();
  }
}

function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  const ofUsage = error instanceof UsageError || (error instanceof TypeError && 'code' in error);
  return ofUsage ? `${message}\n${USAGE}` : `No token: ${message}`;
}

try {
  process.stdout.write(`${await issueToken(process.argv.slice(2))}\n`);
} catch (error) {
  fail(explain(error));
}
