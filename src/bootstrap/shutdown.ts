import { setTimeout as sleep } from 'node:timers/promises';

// This file is loaded before everything else: it imports nothing that takes time to load.

/** What the process stops through, whatever the reason. */
export interface Stoppable {
  close(): Promise<void>;
}

/** Writes a line to the log. */
export type Report = (message: string, error?: unknown) => void;

/**
 * Makes signals and uncaught failures take the same path: close once, in order, within the deadline, and exit. The exit
 * code is 0 when a signal asked for it, also when work was left (a job that was cut off is taken up by another process),
 * and 1 after a failure, however well the closing went.
 */
export class Shutdown {
  private stopping = false;
  private work: Stoppable = { close: () => Promise.resolve() };
  private deadlineMs = 0;
  private report: Report = writePlainly;

  /** Whether the process is on its way out. */
  get isStopping(): boolean {
    return this.stopping;
  }

  /** Hears signals and uncaught failures from now on. */
  listen(): void {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        this.stop(0, `${signal}: stopping.`);
      });
    }
    process.on('uncaughtException', (error) => {
      this.stop(1, 'Uncaught exception: stopping.', error);
    });
    process.on('unhandledRejection', (error) => {
      this.stop(1, 'Unhandled rejection: stopping.', error);
    });
  }

  /** Says what is to be closed from now on, and how long that may take. */
  protect(work: Stoppable, deadlineMs: number, report: Report = this.report): void {
    this.work = work;
    this.deadlineMs = deadlineMs;
    this.report = report;
  }

  /** Stops the process after a failure, within `withinMs` if that is less than what it would have. */
  fail(reason: string, withinMs: number): void {
    this.deadlineMs = Math.min(this.deadlineMs, withinMs);
    this.stop(1, reason);
  }

  private stop(exitCode: number, reason: string, error?: unknown): void {
    this.report(reason, error);
    if (this.stopping) {
      // A second failure or a second Ctrl-C while closing.
      if (exitCode !== 0) process.exitCode = exitCode;
      return;
    }
    this.stopping = true;
    process.exitCode = exitCode;
    void this.closeInTime().then(() => process.exit());
  }

  private async closeInTime(): Promise<void> {
    const deadline = sleep(this.deadlineMs, 'late' as const, { ref: false });
    try {
      const outcome = await Promise.race([this.work.close(), deadline]);
      if (outcome === 'late') this.report(`Not everything closed within ${this.deadlineMs} ms; leaving.`);
    } catch (error) {
      this.report('Closing failed.', error);
      process.exitCode = 1;
    }
  }
}

function writePlainly(message: string, error?: unknown): void {
  const cause = error instanceof Error ? ` ${error.stack ?? error.message}` : '';
  process.stderr.write(`${message}${cause}\n`);
}
