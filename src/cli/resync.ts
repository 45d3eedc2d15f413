import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Config } from '../config/config.js';
import { ConfigModule } from '../config/config.module.js';
import { ConfigError, loadConfig } from '../config/load-config.js';
import { Resync, type ServerResync } from '../features/scheduled-events/resync.js';
import { ScheduledEventsModule } from '../features/scheduled-events/scheduled-events.module.js';
import { DatabaseModule } from '../infra/mongo.module.js';
import { RedisConnections, RedisModule } from '../infra/redis.module.js';
import { fail } from './fail.js';

// After a restored backup: has every server, or one, compared with Discord and set right by the workers (docs/operations.md).

@Module({})
class ResyncModule {
  static with(config: Config): DynamicModule {
    const imports = [ConfigModule.of(config), DatabaseModule, RedisModule, ScheduledEventsModule];
    return { module: ResyncModule, imports };
  }
}

async function resync(args: string[]): Promise<void> {
  const { guild } = parseArgs({ args, options: { guild: { type: 'string' } } }).values;
  const app = await NestFactory.createApplicationContext(ResyncModule.with(loadConfig(undefined, 'resync')), {
    logger: ['warn', 'error'],
    abortOnError: false,
  });
  try {
    await app.get(RedisConnections, { strict: false }).atBoot();
    const service = app.get(Resync, { strict: false });
    if (guild !== undefined) report(await service.server(guild));
    else for await (const server of service.everyServer()) report(server);
  } finally {
    await app.close();
  }
}

function report({ guild_id, events, orphans }: ServerResync): void {
  console.log(`Server ${guild_id}: ${String(events)} events are compared with Discord.`);
  for (const { id, name } of orphans)
    console.log(
      `  Nothing here knows the scheduled event ${id}, "${name}": delete it on Discord if it is not wanted.`,
    );
}

try {
  await resync(process.argv.slice(2));
  console.log('The workers set right what differs.');
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  fail(error instanceof ConfigError ? reason : `Not finished: ${reason}`);
}
