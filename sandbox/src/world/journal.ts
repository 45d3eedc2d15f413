import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Change } from './collection.js';

/**
 * The world's memory on disk: one JSON line for each change, written before the change is acknowledged, so that
 * a killed process loses nothing that it has answered for. Compacted at every start.
 */
export class Journal {
  private constructor(private descriptor: number) {}

  /**
   * Reads the journal of a folder, hands its changes to `replay`, then writes what `snapshot` gives as the new,
   * compact journal and keeps it open for appending.
   */
  static open(folder: string, replay: (change: Change) => void, snapshot: () => Iterable<Change>): Journal {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'journal.jsonl');
    if (existsSync(path)) replayFile(path, replay);
    const fresh = `${path}.new`;
    const descriptor = openSync(fresh, 'w');
    for (const change of snapshot()) writeSync(descriptor, `${JSON.stringify(change)}\n`);
    fsyncSync(descriptor);
    // The descriptor stays valid across the rename: later changes are appended to the renamed file.
    renameSync(fresh, path);
    return new Journal(descriptor);
  }

  append(change: Change): void {
    writeSync(this.descriptor, `${JSON.stringify(change)}\n`);
  }

  close(): void {
    fsyncSync(this.descriptor);
    closeSync(this.descriptor);
  }
}

function replayFile(path: string, replay: (change: Change) => void): void {
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') continue;
    const change = parseLine(line);
    // A line cut short by a crash was never acknowledged: what follows it cannot exist.
    if (!change) return;
    replay(change);
  }
}

function parseLine(line: string): Change | null {
  try {
    return JSON.parse(line) as Change;
  } catch {
    return null;
  }
}
