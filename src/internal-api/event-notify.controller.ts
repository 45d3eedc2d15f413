import { Body, Controller, Headers, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { readReport } from '../features/bot-events/rules/read-report.js';
import { invalid } from '../common/errors.js';
import { ReceiveBotEvent } from '../features/bot-events/receive-bot-event.js';
import { BackendInternalApi, FailsWith } from './internal-api.decorator.js';

/** Answer of `POST /internal/event/notify`. */
interface EventNotifyAnswer {
  readonly success: boolean;
  readonly message: string;
  readonly event_received: boolean;
}

const KEY_LIMIT = 200;

@Controller('internal/event')
@BackendInternalApi()
export class EventNotifyController {
  constructor(private readonly receive: ReceiveBotEvent) {}

  @Post('notify')
  @HttpCode(HttpStatus.OK)
  @FailsWith('Failed to process event')
  async notify(
    @Body() body: unknown,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<EventNotifyAnswer> {
    const report = readReport(body);
    await this.receive.execute(report, keyOf(key));
    const message = `Event ${report.event_type} processed successfully`;
    return { success: true, message, event_received: true };
  }
}

/** @throws invalid when the key is empty or too long */
function keyOf(header: string | undefined): string | null {
  if (header === undefined) return null;
  const key = header.trim();
  if (key === '' || key.length > KEY_LIMIT) {
    throw invalid([
      { field: 'Idempotency-Key', message: `Idempotency-Key must have 1 to ${String(KEY_LIMIT)} characters` },
    ]);
  }
  return key;
}
