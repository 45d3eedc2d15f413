import { GatewayOpcodes } from 'discord-api-types/v10';
import type { SessionHeader, SessionLog, StoredSession } from './session-log.js';

/** Dispatches, and characters of them, that a session keeps for a resume; past it, a resume is refused. */
const KEPT = 10_000;
const KEPT_LENGTH = 16_000_000;
/** A log of more characters is written anew, without what is no longer kept. */
const LONGEST_LOG = 2 * KEPT_LENGTH;

/** A connection, as far as a session needs it. */
export interface Pipe {
  sendText(text: string): void;
  close(code: number, reason?: string): void;
}

/** What outlives a connection: the numbered dispatches, so that a client that lost its connection misses nothing. */
export class Session {
  private seq = 0;
  private kept: { seq: number; text: string }[] = [];
  private keptLength = 0;
  private connection: Pipe | null = null;
  /** When its connection was lost; null while it has one. */
  lostAt: number | null = null;

  readonly id: string;
  readonly intents: number;
  readonly shard: SessionHeader['shard'];

  constructor(
    { id, intents, shard }: SessionHeader,
    private readonly log: SessionLog | null,
  ) {
    this.id = id;
    this.intents = intents;
    this.shard = shard;
  }

  /** A session that a sandbox before this one has left; it waits for a resume. */
  static restored({ header, dispatches, at, log }: StoredSession): Session {
    const session = new Session(header, log);
    for (const text of dispatches) session.keep((JSON.parse(text) as { s: number }).s, text);
    session.lostAt = at;
    return session;
  }

  /** Sends a dispatch, or keeps it for the resume. */
  dispatch(t: string, d: object): void {
    const s = this.seq + 1;
    this.send(s, JSON.stringify({ t, s, op: GatewayOpcodes.Dispatch, d }));
  }

  /** The same with data that are JSON already, for several sessions. */
  dispatchJson(t: string, d: string): void {
    const s = this.seq + 1;
    this.send(s, `{"t":"${t}","s":${s},"op":${GatewayOpcodes.Dispatch},"d":${d}}`);
  }

  private send(seq: number, text: string): void {
    this.log?.append(text);
    this.keep(seq, text);
    this.connection?.sendText(text);
  }

  private keep(seq: number, text: string): void {
    this.seq = seq;
    this.kept.push({ seq, text });
    this.keptLength += text.length;
    if (this.kept.length > KEPT * 1.1 || this.keptLength > KEPT_LENGTH * 1.1) this.forgetOldest();
  }

  /** Drops the oldest dispatches, a tenth too many at a time so that it is not done at every dispatch. */
  private forgetOldest(): void {
    let first = 0;
    while (this.kept.length - first > KEPT || this.keptLength > KEPT_LENGTH) {
      this.keptLength -= this.kept[first]?.text.length ?? 0;
      first += 1;
    }
    this.kept = this.kept.slice(first);
    if (this.log && this.log.length > LONGEST_LOG) this.log.rewrite(this.kept.map(({ text }) => text));
  }

  attach(connection: Pipe): void {
    this.connection = connection;
    this.lostAt = null;
  }

  /** Notes that a connection is lost, unless the session has already moved to another. */
  detach(connection: Pipe, now: number): void {
    if (this.connection !== connection) return;
    this.connection = null;
    this.lostAt = now;
  }

  /** Notes, for a sandbox that comes after this one, that the client is there. */
  touch(): void {
    this.log?.touch();
  }

  /** Nobody can resume it any more. */
  end(): void {
    this.log?.delete();
  }

  /** The sandbox ends; the session may go on in the next. */
  stop(): void {
    this.log?.close();
  }

  get current(): Pipe | null {
    return this.connection;
  }

  /** Whether everything after a number is still there. */
  canResumeAfter(seq: number): boolean {
    const first = this.kept[0]?.seq ?? this.seq + 1;
    return seq <= this.seq && seq >= first - 1;
  }

  get lastSeq(): number {
    return this.seq;
  }

  /** Sends again what came after a number. */
  replayAfter(seq: number): void {
    for (const item of this.kept) if (item.seq > seq) this.connection?.sendText(item.text);
  }
}
