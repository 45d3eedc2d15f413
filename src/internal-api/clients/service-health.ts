import { CallFailure } from '../../domain/bot/call-failure.js';
import type { ServiceHealth } from '../../domain/bot/service-health.js';
import type { CallAnswer } from './internal-caller.js';

/** Reads an answer of `GET /internal/health`. @throws CallFailure when another service answered */
export function toServiceHealth(answer: CallAnswer, service: ServiceHealth['service']): ServiceHealth {
  const { status, version } = answer;
  if (answer['service'] !== service || (status !== 'healthy' && status !== 'unhealthy')) {
    throw new CallFailure('failed', `Another service than ${service} answers at this address`, 200);
  }
  return { status, service, version: typeof version === 'string' ? version : '' };
}
