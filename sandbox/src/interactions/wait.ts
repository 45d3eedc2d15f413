import { InteractionResponseType } from 'discord-api-types/v10';
import type { InteractionReport } from './report.js';
import type { InteractionState } from './state.js';

/**
 * Waits until an interaction is acknowledged or has failed. A deferred answer (type 5) is waited for further, until
 * the bot sends what it announced, but for at most `patienceMs`.
 */
export async function outcome(state: InteractionState, patienceMs: number): Promise<InteractionReport> {
  await until(state, () => state.report.ack_ms !== null || state.report.failed !== null, null);
  const deferred = state.report.type === InteractionResponseType.DeferredChannelMessageWithSource;
  if (deferred && patienceMs > 0) await until(state, () => state.report.follow_ups.length > 0, patienceMs);
  return { ...state.report };
}

async function until(state: InteractionState, done: () => boolean, patienceMs: number | null): Promise<void> {
  if (done()) return;
  await new Promise<void>((resolve) => {
    const finish = (): void => {
      state.watchers.delete(watcher);
      clearTimeout(timer);
      resolve();
    };
    const watcher = (): void => {
      if (done()) finish();
    };
    const timer = patienceMs === null ? undefined : setTimeout(finish, patienceMs);
    state.watchers.add(watcher);
  });
}
