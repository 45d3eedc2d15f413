import { setTimeout as sleep } from 'node:timers/promises';

/** Longer than any request or interaction takes, shorter than the patience of whoever stops us. */
const DEADLINE_MS = 4_000;

/** What the process stops through, whatever the reason. */
export interface Stoppable {
  close(): Promise<void>;
}

/** Writes a line to the log. */
export type Report = (message: string, error?: unknown) => void;

/**
 * Makes signals and uncaught failures take the same path: close once, in order, within the deadline, and exit. After a
 * failure the exit code is 1, however well the closing went.
 */
export function shutDownOrderly(running: Stoppable, report: Report): void {
  let stopping = false;
  const stop = (exitCode: number, reason: string, error?: unknown): void => {
    report(reason, error);
    if (stopping) {
      // A second failure or a second Ctrl-C while closing.
      if (exitCode !== 0) process.exitCode = exitCode;
      return;
    }
    stopping = true;
    process.exitCode = exitCode;
    void closeInTime(running, report).then(() => process.exit());
  };
  process.on('SIGTERM', () => {
    stop(0, 'SIGTERM: stopping.');
  });
  process.on('SIGINT', () => {
    stop(0, 'SIGINT: stopping.');
  });
  process.on('uncaughtException', (error) => {
    stop(1, 'Uncaught exception: stopping.', error);
  });
  process.on('unhandledRejection', (error) => {
    stop(1, 'Unhandled rejection: stopping.', error);
  });
}

async function closeInTime(running: Stoppable, report: Report): Promise<void> {
  const deadline = sleep(DEADLINE_MS, 'late' as const, { ref: false });
  try {
    const outcome = await Promise.race([running.close(), deadline]);
    if (outcome === 'late') {
      report(`Not everything closed within ${DEADLINE_MS} ms; leaving.`);
      process.exitCode = 1;
    }
  } catch (error) {
    report('Closing failed.', error);
    process.exitCode = 1;
  }
}
