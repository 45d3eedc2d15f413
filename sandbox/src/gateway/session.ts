import { GatewayOpcodes } from 'discord-api-types/v10';

/** Dispatches, and characters of them, that a session keeps for a resume; past it, a resume is refused. */
const KEPT = 10_000;
const KEPT_LENGTH = 16_000_000;

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

  constructor(
    readonly id: string,
    readonly intents: number,
    readonly shard: readonly [id: number, count: number],
  ) {}

  /** Sends a dispatch, or keeps it for the resume. */
  dispatch(t: string, d: unknown): void {
    this.seq += 1;
    const text = JSON.stringify({ t, s: this.seq, op: GatewayOpcodes.Dispatch, d });
    this.kept.push({ seq: this.seq, text });
    this.keptLength += text.length;
    if (this.kept.length > KEPT * 1.1 || this.keptLength > KEPT_LENGTH * 1.1) this.forgetOldest();
    this.connection?.sendText(text);
  }

  /** Drops the oldest dispatches, a tenth too many at a time so that it is not done at every dispatch. */
  private forgetOldest(): void {
    let first = 0;
    while (this.kept.length - first > KEPT || this.keptLength > KEPT_LENGTH) {
      this.keptLength -= this.kept[first]?.text.length ?? 0;
      first += 1;
    }
    this.kept = this.kept.slice(first);
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
