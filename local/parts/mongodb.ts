import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../paths.js';
import type { Child, StartChild } from '../processes/child.js';
import { nodeForEngine } from './node-for-engine.js';
import { endingWithParent } from './node-program.js';

/** Where a local MongoDB keeps what. */
export interface MongodbOptions {
  readonly directory: string;
  /** Takes the engine's Unix socket, whose address has room for some 100 characters: a short path. */
  readonly socketDirectory: string;
  readonly logFile: string;
}

/** A running local MongoDB. */
export interface LocalMongodb {
  readonly child: Child;
  /** The address of one database of it. */
  uri(database: string): string;
}

/**
 * Starts the embedded MongoDB engine in a child process. Other processes of this machine reach it at its address.
 * @throws Error in plain words when the engine does not open its directory.
 */
export async function startMongodb(options: MongodbOptions, startChild: StartChild): Promise<LocalMongodb> {
  await mkdir(options.directory, { recursive: true });
  const node = nodeForEngine();
  const child = await startChild({
    name: 'MongoDB',
    command: node.command,
    args: [
      ...node.args,
      ...endingWithParent(),
      path.join(projectRoot, 'local/parts/mongodb-engine.mjs'),
      options.directory,
    ],
    // The engine puts its socket below the temporary directory.
    env: { ...process.env, TMPDIR: options.socketDirectory },
    logFile: options.logFile,
    lifeline: 'ipc',
  });
  const address = await engineAddress(child);
  return { child, uri: (database) => withDatabase(address, database) };
}

/**
 * The engine's address, with the database, and with journaled writes: the engine flushes its journal ten times a
 * second, and what was answered "done" in between would not survive a `kill -9`.
 */
function withDatabase(address: string, database: string): string {
  return `${address.replace('/?', `/${database}?`)}&journal=true`;
}

async function engineAddress(child: Child): Promise<string> {
  const message = await Promise.race([
    new Promise<unknown>((resolve) => child.process.once('message', resolve)),
    child.exited.then((how) => ({ ready: false, reason: `${how}\n${child.lastWords()}` })),
  ]);
  if (isReady(message)) return message.uri;
  const reason = isRefusal(message) ? message.reason : 'it gave no reason';
  throw new Error(`The embedded MongoDB did not start: ${reason}`);
}

function isReady(message: unknown): message is { ready: true; uri: string } {
  return typeof message === 'object' && message !== null && 'uri' in message;
}

function isRefusal(message: unknown): message is { ready: false; reason: string } {
  return typeof message === 'object' && message !== null && 'reason' in message;
}
