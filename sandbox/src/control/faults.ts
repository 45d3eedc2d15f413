import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.js';
import type { Fault } from '../rest/faults.js';
import { invalid } from '../validation/issues.js';
import { Issues } from '../validation/issues.js';
import { isObject, Reader } from '../validation/reader.js';

const DEFAULT_CLOSE_CODE = 4000;

/** Trouble on demand, and the log of what has been asked of the REST API. */
export function faultRoutes(app: FastifyInstance, context: Context): void {
  const { gateway, rest } = context;
  const { faults, requests } = rest;

  app.get('/faults', () => faults.pending());

  app.post('/faults', (request) => {
    const given = Array.isArray(request.body) ? (request.body as unknown[]) : [request.body];
    faults.add(readFaults(given));
    return faults.pending();
  });

  app.delete('/faults', () => {
    faults.clear();
    return [];
  });

  app.delete<{ Params: { fault_id: string } }>('/faults/:fault_id', (request) => {
    faults.remove(Number(request.params.fault_id));
    return faults.pending();
  });

  app.post('/gateway', (request) => {
    const body = Reader.of(request.body);
    const code = body.integer('code', { nullable: true }) ?? DEFAULT_CLOSE_CODE;
    const resumable = body.boolean('resumable', { nullable: true }) ?? false;
    const action = body.string('action', { required: true });
    body.issues.refuseIfAny();
    const connections = gateway.readyCount;
    if (action === 'close') gateway.closeAll(code);
    else if (action === 'reconnect') gateway.reconnectAll();
    else if (action === 'invalid_session') gateway.invalidateAll(resumable);
    else if (action === 'silence') gateway.silenceAll();
    else
      throw invalid(
        ['action'],
        'BASE_TYPE_CHOICES',
        'Value must be one of {close, reconnect, invalid_session, silence}.',
      );
    return { connections };
  });

  app.get('/gateway', { exposeHeadRoute: true }, () => ({ connections: gateway.readyCount }));

  app.get<{ Querystring: { since?: string } }>('/requests', (request) =>
    requests.since(point(request.query.since)),
  );
}

/** `since` is a sequence number, or a time: ISO 8601 or milliseconds since 1970. */
function point(since: string | undefined): { seq?: number; time?: number } {
  if (since === undefined || since === '') return {};
  const number = Number(since);
  if (Number.isInteger(number)) return number < 1e12 ? { seq: number } : { time: number };
  const time = Date.parse(since);
  if (Number.isNaN(time))
    throw invalid(['since'], 'DATE_TIME_TYPE_PARSE', `Could not parse ${since}. Should be ISO8601.`);
  return { time };
}

function readFaults(given: unknown[]): Fault[] {
  const issues = new Issues();
  const read = given.map((entry, i) => {
    const reader = new Reader(isObject(entry) ? entry : {}, issues, [i]);
    const drop = reader.string('drop', { nullable: true });
    if (drop && drop !== 'before' && drop !== 'after')
      reader.fault('drop', 'BASE_TYPE_CHOICES', 'Value must be one of {before, after}.');
    const numbers = ['retry_after', 'probability'].flatMap((field) => {
      const value = reader.raw(field);
      return typeof value === 'number' ? [[field, value] as const] : [];
    });
    const integers = (['status', 'code', 'latency_ms', 'times'] as const).flatMap((field) => {
      const value = reader.integer(field, { nullable: true, min: 0 });
      return typeof value === 'number' ? [[field, value] as const] : [];
    });
    const texts = (['method', 'path', 'drop'] as const).flatMap((field) => {
      const value = reader.string(field, { nullable: true });
      return typeof value === 'string' ? [[field, value] as const] : [];
    });
    return Object.fromEntries([...numbers, ...integers, ...texts]) as Fault;
  });
  issues.refuseIfAny();
  return read;
}
