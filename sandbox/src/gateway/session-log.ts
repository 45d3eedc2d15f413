import {
  closeSync,
  futimesSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

const ENDING = '.jsonl';

/** What a session is, whatever it has sent. */
export interface SessionHeader {
  id: string;
  intents: number;
  shard: readonly [id: number, count: number];
}

/** A session as a sandbox before this one has left it. */
export interface StoredSession {
  header: SessionHeader;
  dispatches: string[];
  /** When it was last heard of. */
  at: number;
  log: SessionLog;
}

/**
 * A session's memory on disk: what it is, then its dispatches, a line each, written before they are sent. So a client of a
 * killed sandbox resumes at the next one.
 */
export class SessionLog {
  /** Characters that it has. */
  length = 0;
  private descriptor: number;

  constructor(
    private readonly path: string,
    private readonly header: SessionHeader,
    dispatches: readonly string[] = [],
  ) {
    this.descriptor = this.begin(dispatches);
  }

  append(dispatch: string): void {
    writeSync(this.descriptor, `${dispatch}\n`);
    this.length += dispatch.length;
  }

  /** Writes it anew, with these dispatches alone. */
  rewrite(dispatches: readonly string[]): void {
    closeSync(this.descriptor);
    this.descriptor = this.begin(dispatches);
  }

  /** Notes that the session lives. */
  touch(): void {
    futimesSync(this.descriptor, new Date(), new Date());
  }

  close(): void {
    closeSync(this.descriptor);
  }

  delete(): void {
    this.close();
    rmSync(this.path);
  }

  private begin(dispatches: readonly string[]): number {
    const fresh = `${this.path}.new`;
    const descriptor = openSync(fresh, 'w');
    writeSync(descriptor, [JSON.stringify(this.header), ...dispatches, ''].join('\n'));
    // The descriptor stays valid across the rename.
    renameSync(fresh, this.path);
    this.length = dispatches.reduce((sum, one) => sum + one.length, 0);
    return descriptor;
  }
}

/** The folder of the sessions' logs; null: sessions are forgotten when the sandbox ends. */
export class SessionFolder {
  constructor(private readonly folder: string | null) {}

  create(header: SessionHeader): SessionLog | null {
    return this.folder === null ? null : new SessionLog(this.pathOf(this.folder, header.id), header);
  }

  /** All sessions that are there, each with its log open again. */
  load(): StoredSession[] {
    const { folder } = this;
    if (folder === null) return [];
    mkdirSync(folder, { recursive: true });
    return readdirSync(folder)
      .filter((file) => file.endsWith(ENDING))
      .flatMap((file) => this.read(join(folder, file)) ?? []);
  }

  private read(path: string): StoredSession | null {
    const at = statSync(path).mtimeMs;
    const lines = readFileSync(path, 'utf8').split('\n');
    // What follows the last line break was cut short by a crash, and never sent.
    lines.pop();
    const [first, ...dispatches] = lines;
    if (first === undefined) return null;
    const header = JSON.parse(first) as SessionHeader;
    return { header, dispatches, at, log: new SessionLog(path, header, dispatches) };
  }

  private pathOf(folder: string, id: string): string {
    return join(folder, `${id}${ENDING}`);
  }
}
