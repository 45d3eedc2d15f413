import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { invalid } from '../common/errors.js';
import { BotEventsService } from '../features/bot-events/bot-events.service.js';
import { readReport } from '../features/bot-events/rules/read-report.js';
import { serveInternally } from './internal-route.js';

/** Answer of `POST /internal/event/notify`. */
interface EventNotifyAnswer {
  readonly success: boolean;
  readonly message: string;
  readonly event_received: boolean;
}

const KEY_LIMIT = 200;

/** `POST /internal/event/notify`, the busiest route of all. */
@Injectable()
export class EventNotifyRoute implements OnModuleInit {
  constructor(
    private readonly events: BotEventsService,
    private readonly host: HttpAdapterHost<FastifyAdapter>,
  ) {}

  onModuleInit(): void {
    serveInternally(this.host.httpAdapter, {
      home: 'backend_internal',
      method: 'POST',
      url: '/internal/event/notify',
      failure: 'Failed to process event',
      answer: (request) => this.notify(request),
    });
  }

  private async notify({ body, headers }: FastifyRequest): Promise<EventNotifyAnswer> {
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
