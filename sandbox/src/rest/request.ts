import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '../errors.js';
import { invalid } from '../validation/issues.js';
import { isSnowflake } from '../world/snowflake.js';
import './types.js';

/** Id of the user that a request acts as. */
export function actorOf(request: FastifyRequest): string {
  if (!request.principal) throw refuse(0);
  return request.principal.userId;
}

/** Refuses path parameters that are no ids where ids belong. */
export function checkPathIds(params: unknown): void {
  for (const [name, value] of Object.entries(params as Record<string, string>)) {
    const text: string = value;
    // Activities alone are named by texts.
    if (name.endsWith('_id') && name !== 'instance_id' && !isSnowflake(value)) {
      throw invalid([name], 'NUMBER_TYPE_COERCE', `Value "${text}" is not snowflake.`);
    }
  }
}

/** Where pages of a list begin and end. */
const PAGE_LIMITS = ['before', 'after', 'around'];

/** Refuses what is no id where a page is asked for by ids. */
export function checkQueryIds(query: unknown): void {
  for (const [name, value] of Object.entries(query as Record<string, unknown>)) {
    if (!PAGE_LIMITS.includes(name) || isSnowflake(value)) continue;
    throw invalid([name], 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not snowflake.`);
  }
}

/** Answers without a body. */
export function noContent(reply: FastifyReply): FastifyReply {
  return reply.status(204).send();
}

/** A query's `limit` (and the like), within its bounds. */
export function queryInteger(
  value: string | undefined,
  name: string,
  bounds: { min: number; max: number; default: number },
): number {
  if (value === undefined) return bounds.default;
  if (!/^[+-]?\d+$/.test(value)) throw invalid([name], 'NUMBER_TYPE_COERCE', `Value "${value}" is not int.`);
  const number = Number(value);
  if (number < bounds.min) {
    throw invalid([name], 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${bounds.min}.`);
  }
  if (number > bounds.max) {
    throw invalid([name], 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${bounds.max}.`);
  }
  return number;
}

/** A query's yes or no; libraries write it in several ways. */
export function queryFlag(value: string | undefined): boolean {
  return value === 'true' || value === '1' || value === 'True';
}
