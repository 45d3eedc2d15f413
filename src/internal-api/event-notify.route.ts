import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { forbidden, invalid } from '../common/errors.js';
import { ROUTE_HOME, type RouteHome } from '../common/listeners.js';
import { BotEventsService } from '../features/bot-events/bot-events.service.js';
import { readReport } from '../features/bot-events/rules/read-report.js';

/** Answer of `POST /internal/event/notify`. */
interface EventNotifyAnswer {
  readonly success: boolean;
  readonly message: string;
  readonly event_received: boolean;
}

const KEY_LIMIT = 200;
const HOME: RouteHome = 'backend_internal';

/**
 * `POST /internal/event/notify`, a route of Fastify itself: it is the busiest of all, and Nest's pipes, guards and
 * interceptors cost it more than its own work does.
 */
@Injectable()
export class EventNotifyRoute implements OnModuleInit {
  constructor(
    private readonly events: BotEventsService,
    private readonly host: HttpAdapterHost<FastifyAdapter>,
  ) {}

  onModuleInit(): void {
    const constraints = { [ROUTE_HOME]: HOME };
    const config = { failure: 'Failed to process event' };
    this.host.httpAdapter
      .getInstance<FastifyInstance>()
      .post('/internal/event/notify', { constraints, config }, (request) => this.notify(request));
  }

  private async notify({ body, headers, internalCaller }: FastifyRequest): Promise<EventNotifyAnswer> {
    // The gate has answered everybody else already; a route that Nest's guard does not see checks again.
    if (internalCaller !== true) throw forbidden('Invalid internal API secret');
    const report = readReport(body);
    await this.events.receive(report, keyOf(headers['idempotency-key']));
    const message = `Event ${report.event_type} processed successfully`;
    return { success: true, message, event_received: true };
  }
}

/** @throws invalid when the key is empty, too long or given twice */
function keyOf(header: string | string[] | undefined): string | null {
  if (header === undefined) return null;
  const key = String(header).trim();
  if (key === '' || key.length > KEY_LIMIT) {
    throw invalid([
      { field: 'Idempotency-Key', message: `Idempotency-Key must have 1 to ${String(KEY_LIMIT)} characters` },
    ]);
  }
  return key;
}
