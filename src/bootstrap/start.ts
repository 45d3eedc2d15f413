import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { isAway } from '../common/is-away.js';
import { scrubber } from '../common/scrub.js';
import { ConfigError, loadConfig } from '../config/load-config.js';
import { MigrationError } from '../infra/migrations/migration.js';
import { RedisRefused } from '../infra/redis.module.js';
import { JOBS } from '../queue/catalogue.js';
import type { Shutdown } from './shutdown.js';
import { ListenError, startVerseLink, type VerseLink } from './verselink.js';

const withoutAddresses = scrubber([]);

/** A start that was told to stop is waited for this long, then left. */
const START_DEADLINE_MS = 3_000;
/** A process that the database has overtaken must not write for long: with the time to notice it, 10 s in all. */
const SUPERSEDED_DEADLINE_MS = 5_000;

/** Starts the process as the environment says. When that fails, it says why on standard error and exits with 1. */
export async function start(shutdown: Shutdown): Promise<void> {
  try {
    const config = loadConfig(undefined, 'server', Object.keys(JOBS));
    const starting = startVerseLink(config);
    shutdown.protect({ close: () => closeOnceStarted(starting) }, START_DEADLINE_MS);
    const running = await starting;
    if (shutdown.isStopping) return;
    const logger = new Logger('VerseLink');
    shutdown.protect(running, config.shutdownTimeoutMs, (message, error) => {
      if (error === undefined) logger.log(message);
      else logger.error({ err: error }, message);
    });
    void running.superseded.then(({ message }) => {
      shutdown.fail(message, SUPERSEDED_DEADLINE_MS);
    });
    const publicly = running.port === null ? '' : `public port ${running.port}, `;
    logger.log(`Internal API running on port ${running.internalPort}`);
    logger.log(`Running ${[...config.run].join(', ')} on ${publicly}private port ${running.internalPort}.`);
  } catch (error) {
    if (shutdown.isStopping) return;
    process.stderr.write(`${withoutAddresses(explain(error))}\n`);
    process.exit(1);
  }
}

/** A start that fails closes what it opened by itself. */
async function closeOnceStarted(starting: Promise<VerseLink>): Promise<void> {
  const running = await starting.catch(() => null);
  await running?.close();
}

/** What an operator can mend is said plainly; anything else with its stack. */
function explain(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(explain).join('\n');
  const told = [ConfigError, ListenError, MigrationError, RedisRefused];
  if (error instanceof Error && told.some((known) => error instanceof known)) return error.message;
  const fault = error instanceof Error ? mongodbFault(error) : null;
  if (fault !== null) return fault;
  if (isAway(error)) return `MongoDB does not answer (${error.message}). Check MONGODB_URI.`;
  return String(error instanceof Error ? error.stack : error);
}

/** What MongoDB or its driver says of what MONGODB_URI holds; `null` for anything else. */
function mongodbFault(error: Error): string | null {
  const refused = 'codeName' in error && error.codeName === 'AuthenticationFailed';
  if (refused || ('code' in error && error.code === 18))
    return 'MongoDB refuses the user name or password in MONGODB_URI.';
  const isMalformed = [
    'MongoParseError',
    'MongoInvalidArgumentError',
    'MongoMissingCredentialsError',
  ].includes(error.name);
  return isMalformed ? `MONGODB_URI cannot be used: ${error.message}.` : null;
}
