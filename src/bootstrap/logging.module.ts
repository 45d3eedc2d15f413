import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { LoggerOptions } from 'pino';
import type { Options } from 'pino-http';
import { currentRequestId } from '../common/correlation.js';
import { scrubber } from '../common/scrub.js';
import { Config } from '../config/config.js';
import { AppLogger } from './app-logger.js';
import { nameRequest } from './request-id.js';

/** Logs as JSON lines; readable ones when a developer looks at a terminal. */
@Module({
  imports: [
    LoggerModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({ pinoHttp: { ...loggerOptions(config), ...requestLines } }),
    }),
  ],
  providers: [AppLogger],
})
export class LoggingModule {}

function loggerOptions(config: Config): LoggerOptions {
  const readable = config.mode !== 'production' && process.stdout.isTTY;
  return {
    level: config.logLevel,
    // The request that a line belongs to, also in jobs and on the other side of the internal API.
    mixin: () => {
      const request_id = currentRequestId();
      return request_id === null ? {} : { request_id };
    },
    // The last gate before the output: no secret, token or email leaves, whoever logged it.
    hooks: { streamWrite: scrubber(config.secrets()) },
    ...(readable
      ? { transport: { target: 'pino-pretty', options: { singleLine: true, ignore: 'pid,hostname' } } }
      : {}),
  };
}

/** One line for each request, with a name for it that the answer carries too. Neither headers nor query strings. */
const requestLines: Options = {
  genReqId: nameRequest,
  quietReqLogger: true,
  serializers: {
    req: ({ method, url }: { method: string; url: string }) => ({ method, path: url.split('?', 1)[0] }),
    res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
  },
  customLogLevel: (_request, response, error) => {
    if (error !== undefined || response.statusCode >= 500) return 'error';
    return 'debug';
  },
};
