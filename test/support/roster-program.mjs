import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';

// A process of VerseLink's without its doors, from the build (`npm run build`): what does the work behind them, by its names.

const built = (file) => import(new URL(`../../dist/src/${file}`, import.meta.url).href);

/** Starts on the databases of the environment. @returns the parts of the running application that act on rosters */
export async function startRoster() {
  const [config, settings, logging, mongo, redis, scheduledEvents, events, signups, fanOut] =
    await Promise.all(
      [
        'config/load-config.js',
        'config/config.module.js',
        'bootstrap/logging.module.js',
        'infra/mongo.module.js',
        'infra/redis.module.js',
        'features/scheduled-events/scheduled-events.module.js',
        'features/events/event-writer.js',
        'features/events/signups.service.js',
        'features/scheduled-events/mirror-fan-out.js',
      ].map(built),
    );
  class Roster {}
  const imports = [
    settings.ConfigModule.of(config.loadConfig(process.env)),
    logging.LoggingModule,
    mongo.DatabaseModule,
    redis.RedisModule,
    scheduledEvents.ScheduledEventsModule,
  ];
  const app = await NestFactory.createApplicationContext(
    { module: Roster, imports },
    { logger: ['error'], abortOnError: false },
  );
  const part = (type) => app.get(type, { strict: false });
  return {
    signups: part(signups.SignupsService),
    writer: part(events.EventWriter),
    fanOut: part(fanOut.MirrorFanOut),
  };
}

/** Does what the parent says, call by call, until the parent is gone. @param parts objects whose methods the parent calls by name */
export function serveParent(parts) {
  process.on('message', async ({ id, part, method, args }) => {
    try {
      process.send({ id, value: await parts[part][method](...args) });
    } catch (error) {
      process.send({ id, error: { name: error.name, code: error.code, message: error.message } });
    }
  });
  process.on('disconnect', () => process.exit());
  process.send({ ready: true });
}
