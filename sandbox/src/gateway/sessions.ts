import { randomBytes } from 'node:crypto';
import { GatewayCloseCodes as Close } from 'discord-api-types/v10';
import type { Bus, Signal } from '../world/bus.js';
import type { GuildRecord } from '../world/records.js';
import type { World } from '../world/world.js';
import type { Connection } from './connection.js';
import type { Identify } from './handshake.js';
import { isWanted, shardOf, visibleData } from './intents.js';
import { Session } from './session.js';
import type { SessionFolder } from './session-log.js';

/** How long Discord keeps a lost session for a resume; it gives no figure. */
const RESUME_WINDOW_MS = 180_000;
/** Guilds that a shard may have at most. */
const GUILDS_PER_SHARD = 2_500;

/** Close codes after which a session cannot be resumed: a client's goodbye, and what Discord calls final. */
const FINAL = new Set<number>([
  1000,
  1001,
  Close.AuthenticationFailed,
  Close.InvalidSeq,
  Close.SessionTimedOut,
  Close.InvalidShard,
  Close.ShardingRequired,
  Close.InvalidAPIVersion,
  Close.InvalidIntents,
  Close.DisallowedIntents,
]);

/** All sessions, connected or waiting for a resume. Each hears on the bus what its shard and its intents let it. */
export class Sessions {
  private readonly sessions = new Map<string, Session>();
  private readonly stopListening: () => void;

  constructor(
    bus: Bus,
    private readonly world: World,
    private readonly botId: string,
    private readonly folder: SessionFolder,
  ) {
    for (const stored of folder.load()) this.sessions.set(stored.header.id, Session.restored(stored));
    this.forgetLost();
    this.stopListening = bus.subscribe((signal) => this.hear(signal));
  }

  /** Stops to listen; what is kept on disk waits for the next sandbox. */
  stop(): void {
    this.stopListening();
    for (const session of this.sessions.values()) session.stop();
    this.sessions.clear();
  }

  private hear(signal: Signal): void {
    if (signal.kind !== 'dispatch' || this.isLostInOutage(signal)) return;
    // Most sessions see the same, which is written once.
    const written = new Map<unknown, string>();
    for (const session of this.sessions.values()) {
      const mine = shardOf(signal.guild_id, session.shard[1]) === session.shard[0];
      if (!mine || !isWanted(signal, session.intents, this.botId)) continue;
      const data = visibleData(signal, session.intents, this.botId);
      const json = written.get(data) ?? JSON.stringify(data);
      written.set(data, json);
      session.dispatchJson(signal.t, json);
    }
  }

  /** Of an unavailable guild nothing is heard but that it is so. */
  private isLostInOutage({ guild_id, t }: Extract<Signal, { kind: 'dispatch' }>): boolean {
    return t !== 'GUILD_DELETE' && this.world.guilds.get(guild_id ?? '')?.unavailable === true;
  }

  /** The bot's guilds in a shard; null when they are more than a shard may have. */
  guildsOf([id, count]: Identify['shard']): GuildRecord[] | null {
    const guilds = this.world.membersByUser
      .of(this.botId)
      .filter((member) => shardOf(member.guild_id, count) === id)
      .flatMap((member) => this.world.guilds.get(member.guild_id) ?? []);
    return guilds.length > GUILDS_PER_SHARD ? null : guilds;
  }

  /** A new session for a connection. */
  open(connection: Connection, { intents, shard }: Identify): Session {
    this.forgetLost();
    const header = { id: randomBytes(16).toString('hex'), intents, shard };
    const session = new Session(header, this.folder.create(header));
    this.sessions.set(session.id, session);
    connection.session = session;
    session.attach(connection);
    return session;
  }

  /** The session with an id, unless it has ended. */
  find(id: string): Session | undefined {
    this.forgetLost();
    return this.sessions.get(id);
  }

  /** Notes that a session has lost its connection by a close code; the final ones end it. */
  lose(session: Session, connection: Connection, code: number): void {
    if (session.current !== connection) return;
    session.detach(connection, this.world.clock());
    if (FINAL.has(code)) this.end(session);
  }

  private end(session: Session): void {
    if (this.sessions.delete(session.id)) session.end();
  }

  private forgetLost(): void {
    const limit = this.world.clock() - RESUME_WINDOW_MS;
    for (const session of this.sessions.values()) {
      if (session.lostAt !== null && session.lostAt < limit) this.end(session);
    }
  }
}
