import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createStackFile,
  readStackFile,
  removeStackFile,
  writeStackFile,
  type StackFile,
} from './stack-file.js';

/** A data directory that this process alone uses, until it is released or the process dies. */
export interface Claim {
  /** A short temporary path for sockets. */
  readonly runDirectory: string;
  /** What the stack file says; change it and call `save`. */
  readonly stack: StackFile;
  save(): Promise<void>;
  release(): Promise<void>;
}

/** A socket address has room for 103 characters on macOS; a temporary folder longer than this does not fit. */
const longestTemporaryPath = 50;

/** How long the parts of a stack whose supervisor was killed may take to notice it and end. */
const orphansEndWithinMs = 8000;

/**
 * Claims a data directory. Whether another stack holds it is asked at that stack's control socket, which the
 * system closes with its process: nothing stale can be mistaken for alive, whatever was killed and however.
 * @throws Error in plain words when a running stack holds it.
 */
export async function claimDataDir(dataDir: string): Promise<Claim> {
  await mkdir(dataDir, { recursive: true });
  const earlier = await readStackFile(dataDir);
  if (earlier !== undefined) await clearEarlier(dataDir, earlier);
  await removeStackFile(dataDir);
  return takeOver(dataDir);
}

/** Whether the stack that wrote this file still runs. */
export function isRunning(stack: StackFile): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(stack.control_socket, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

async function clearEarlier(dataDir: string, earlier: StackFile): Promise<void> {
  if (await isRunning(earlier)) {
    throw new Error(
      `VerseLink already runs on ${dataDir} (process ${earlier.pid}). Stop it first, or set DATA_DIR to another folder.`,
    );
  }
  await parted(Object.values(earlier.children));
  await rm(earlier.run_directory, { recursive: true, force: true });
}

/** Waits for what a killed supervisor left behind. The numbers may belong to strangers by now, so not for ever. */
async function parted(pids: number[]): Promise<void> {
  const deadline = Date.now() + orphansEndWithinMs;
  while (pids.some(isAlive) && Date.now() < deadline) await sleep(50);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function takeOver(dataDir: string): Promise<Claim> {
  const temporary = tmpdir().length > longestTemporaryPath ? '/tmp' : tmpdir();
  const runDirectory = await mkdtemp(path.join(temporary, 'vl-'));
  const controlSocket = path.join(runDirectory, 'control.sock');
  const server = await listen(controlSocket);
  const stack: StackFile = {
    pid: process.pid,
    control_socket: controlSocket,
    run_directory: runDirectory,
    children: {},
    environment: {},
  };
  await createStackFile(dataDir, stack);
  return {
    runDirectory,
    stack,
    save: () => writeStackFile(dataDir, stack),
    release: async () => {
      server.close();
      await rm(runDirectory, { recursive: true, force: true });
      await removeStackFile(dataDir);
    },
  };
}

function listen(socketPath: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(socketPath, () => {
      // The socket shows that we live; it must not be what keeps us alive.
      server.unref();
      resolve(server);
    });
  });
}
