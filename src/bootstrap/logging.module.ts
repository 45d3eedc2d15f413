import { Injectable, Module } from '@nestjs/common';
import { Logger, LoggerModule } from 'nestjs-pino';
import type { LoggerOptions } from 'pino';
import { currentRequestId } from '../common/correlation.js';
import { scrubber } from '../common/scrub.js';
import { Config } from '../config/config.js';

/** What Nest logs about its own wiring: a hundred lines at each start that help only those who debug Nest. */
const WIRING = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory']);

/** The application's logger: pino's, with Nest's wiring at `debug`. */
@Injectable()
export class AppLogger extends Logger {
  override log(message: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    if (typeof context === 'string' && WIRING.has(context)) this.debug(message, ...rest);
    else super.log(message, ...rest);
  }
}

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
