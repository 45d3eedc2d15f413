import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A picture as it came, and the hash under which it is kept. */
export interface Picture {
  hash: string;
  bytes: Buffer;
}

/**
 * Contents of files: pictures by their hash, attachments by their id. In memory, or with a folder on disk alone, beside the
 * journal.
 */
export class FileStore {
  private readonly memory = new Map<string, Buffer>();

  constructor(private readonly folder: string | null = null) {
    if (folder !== null) mkdirSync(folder, { recursive: true });
  }

  put(key: string, bytes: Buffer): void {
    if (this.folder === null) this.memory.set(key, bytes);
    else writeFileSync(join(this.folder, key), bytes);
  }

  get(key: string): Buffer | undefined {
    if (this.folder === null) return this.memory.get(key);
    const path = join(this.folder, key);
    return existsSync(path) ? readFileSync(path) : undefined;
  }

  delete(key: string): void {
    this.memory.delete(key);
    if (this.folder !== null) rmSync(join(this.folder, key), { force: true });
  }

  /** Forgets all contents. */
  clear(): void {
    this.memory.clear();
    if (this.folder === null) return;
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder, { recursive: true });
  }
}
