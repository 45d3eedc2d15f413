import path from 'node:path';
import { projectRoot } from '../paths.js';
import type { Child, StartChild } from '../processes/child.js';
import { waitForHttp } from '../processes/wait-for-http.js';
import { endingWithParent } from './node-program.js';

/** How to start VerseLink itself. */
export interface ApplicationOptions {
  readonly port: number;
  /** The whole environment, complete. */
  readonly environment: NodeJS.ProcessEnv;
  readonly logFile: string;
}

const readyWithinMs = 60_000;

/**
 * Starts the compiled application and waits until it is healthy.
 * @throws Error in plain words, with its last log lines, when it does not come up.
 */
export async function startApplication(options: ApplicationOptions, startChild: StartChild): Promise<Child> {
  const child = await startChild({
    name: 'VerseLink',
    command: process.execPath,
    args: [...endingWithParent(), path.join(projectRoot, 'dist/src/main.js')],
    env: options.environment,
    logFile: options.logFile,
    lifeline: 'ipc',
  });
  await waitForHttp(child, `http://localhost:${options.port}/api/v1/discord/health`, readyWithinMs);
  return child;
}
