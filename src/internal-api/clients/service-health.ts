import { CallFailure } from '../../features/health/rules/call-failure.js';
import type { ServiceHealth } from '../../features/health/rules/service-health.js';
import type { CallAnswer } from './internal-caller.js';

/** Reads an answer of `GET /internal/health`. @throws CallFailure when another service answered */
export function toServiceHealth(answer: CallAnswer, service: ServiceHealth['service']): ServiceHealth {
  const { status, version } = answer;
  if (answer['service'] !== service || (status !== 'healthy' && status !== 'unhealthy')) {
    throw new CallFailure('failed', `Another service than ${service} answers at this address`, 200);
  }
  return { status, service, version: typeof version === 'string' ? version : '' };
}
