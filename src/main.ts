import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { shutDownOrderly } from './bootstrap/shutdown.js';
import { ListenError, startVerseLink } from './bootstrap/verselink.js';
import { isAway } from './common/is-away.js';
import { scrubber } from './common/scrub.js';
import { ConfigError, loadConfig } from './config/load-config.js';

const logger = new Logger('VerseLink');
const withoutAddresses = scrubber([]);

try {
  const config = loadConfig();
  const running = await startVerseLink(config);
  shutDownOrderly(running, (message, error) => {
    if (error === undefined) logger.log(message);
    else logger.error({ err: error }, message);
  });
  const publicly = running.port === null ? '' : `public port ${running.port}, `;
  logger.log(`Internal API running on port ${running.internalPort}`);
  logger.log(`Running ${[...config.run].join(', ')} on ${publicly}private port ${running.internalPort}.`);
} catch (error) {
  process.stderr.write(`${withoutAddresses(explain(error))}\n`);
  process.exit(1);
}

/** What an operator can mend is said plainly; anything else with its stack. */
function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof ListenError) return error.message;
  if (isAway(error)) return `MongoDB does not answer (${error.message}). Check MONGODB_URI.`;
  return String(error instanceof Error ? error.stack : error);
}
