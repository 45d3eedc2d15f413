import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.js';
import { invalid } from '../validation/issues.js';
import { Reader } from '../validation/reader.js';

/** Ten years: what is further away was meant otherwise. */
const FURTHEST_MS = 10 * 366 * 86_400_000;

/** The sandbox's time: it can be moved ahead, and what happens on the way happens. */
export function clockRoutes(app: FastifyInstance, { clock, timers }: Context): void {
  const view = (): { now: string; ahead_ms: number } => ({
    now: new Date(clock.now()).toISOString(),
    ahead_ms: clock.aheadMs,
  });

  app.get('/clock', view);

  app.post('/clock', ({ body }) => {
    timers.moveBy(readMove(Reader.of(body), clock.now()));
    return view();
  });
}

/** By how many milliseconds: `advance_ms`, or until `now`, the time that it shall be. */
function readMove(body: Reader, now: number): number {
  const advance = body.integer('advance_ms', { nullable: true, min: 0, max: FURTHEST_MS });
  const wanted = body.time('now', { nullable: true });
  body.issues.refuseIfAny();
  if (typeof advance === 'number') return advance;
  if (typeof wanted !== 'number')
    throw invalid(['advance_ms'], 'BASE_TYPE_REQUIRED', 'This field is required');
  if (wanted < now || wanted > now + FURTHEST_MS)
    throw invalid(['now'], 'CLOCK_ONLY_AHEAD', 'The clock goes ahead only, and ten years at most.');
  return wanted - now;
}
