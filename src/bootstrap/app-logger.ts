import { Injectable } from '@nestjs/common';
import { Logger } from 'nestjs-pino';

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
