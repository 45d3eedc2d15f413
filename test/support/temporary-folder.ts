import { mkdtemp, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Linux's folder in memory. */
const MEMORY = '/dev/shm';
/** A whole run fills less than one; containers often have 64 MB. */
const ENOUGH_BYTES = 4_000_000_000;

/**
 * A new folder for a database, in memory where there is room: an engine waits for the disk at each write and each new index, which
 * is most of an application's start. That data is safe on a disk is nothing that a test here could see.
 */
export async function temporaryFolder(prefix: string): Promise<string> {
  return mkdtemp(path.join((await hasRoomInMemory()) ? MEMORY : tmpdir(), prefix));
}

async function hasRoomInMemory(): Promise<boolean> {
  const memory = await statfs(MEMORY).catch(() => null);
  return memory !== null && memory.bavail * memory.bsize >= ENOUGH_BYTES;
}
