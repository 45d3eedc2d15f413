import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { LoggerOptions } from 'pino';
import { currentRequestId } from '../common/correlation.js';
import { scrubber } from '../common/scrub.js';
import { Config } from '../config/config.js';
import { AppLogger } from './app-logger.js';

/** Logs as JSON lines; readable ones when a developer looks at a terminal. */
@Module({
  imports: [
    LoggerModule.forRootAsync({
      inject: [Config],
      // Without its middleware, which costs each request more than its routing: `logRequests` writes their lines.
      useFactory: (config: Config) => ({ pinoHttp: loggerOptions(config), forRoutes: [] }),
    }),
  ],
  providers: [AppLogger],
})
export class LoggingModule {}

function loggerOptions(config: Config): LoggerOptions {
  const readable = config.mode !== 'production' && process.stdout.isTTY;
  return {
    level: config.logLevel,
    formatters: { level: (level) => ({ level }) },
    // The request that a line belongs to, also in jobs and on the other side of the internal API.
    mixin: () => {
      const requestId = currentRequestId();
      return requestId === null ? {} : { request_id: requestId };
    },
    // The last gate before the output: no secret, token or email leaves, wherever it was logged.
    hooks: { streamWrite: scrubber(config.secrets()) },
    ...(readable
      ? { transport: { target: 'pino-pretty', options: { singleLine: true, ignore: 'pid,hostname' } } }
      : {}),
  };
}
