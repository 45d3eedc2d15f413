import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What a running stack tells the other commands (`npm run token`), in `DATA_DIR/stack.json`. */
export interface StackFile {
  /** The supervisor's process id, for people; whether it lives is asked at its control socket. */
  pid: number;
  /** Accepts connections exactly as long as the supervisor lives. */
  control_socket: string;
  /** Temporary folder of the sockets; removed with the stack. */
  run_directory: string;
  /** Process ids of the parts. */
  children: Record<string, number>;
  /** Variables that the stack has filled in, secrets excepted. */
  environment: Record<string, string>;
}

const stackFileName = (dataDir: string): string => path.join(dataDir, 'stack.json');

/** The stack file of a data directory; undefined when there is none. */
export async function readStackFile(dataDir: string): Promise<StackFile | undefined> {
  try {
    return JSON.parse(await readFile(stackFileName(dataDir), 'utf8')) as StackFile;
  } catch {
    // Not there; or cut short by a crash of the machine, which is as good.
    return undefined;
  }
}

/**
 * Writes the first stack file.
 * @throws Error when there is one: another stack has claimed the directory in this very moment.
 */
export async function createStackFile(dataDir: string, stack: StackFile): Promise<void> {
  await writeFile(stackFileName(dataDir), `${JSON.stringify(stack, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
}

/** Writes the stack file so that a reader sees the old one or the new one, never half of it. */
export async function writeStackFile(dataDir: string, stack: StackFile): Promise<void> {
  const draft = `${stackFileName(dataDir)}.new`;
  await writeFile(draft, `${JSON.stringify(stack, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, stackFileName(dataDir));
}

/** Takes the stack file away: nothing runs here any more. */
export async function removeStackFile(dataDir: string): Promise<void> {
  await rm(stackFileName(dataDir), { force: true });
}
