import { randomBytes } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes as Close, GatewayOpcodes as Op } from 'discord-api-types/v10';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Bus, Signal } from '../world/bus.js';
import type { World } from '../world/world.js';
import { Connection, type ConnectionEvents, type Incoming } from './connection.js';
import { readIdentify, readResume, type Handshake, type Identify } from './handshake.js';
import { isWanted, shardOf, visibleData } from './intents.js';
import { sendMembers } from './member-request.js';
import { sendReady } from './ready.js';
import { Session } from './session.js';
import type { StartLimit } from './start-limit.js';

/** How long Discord keeps a lost session for a resume; it gives no figure. */
const RESUME_WINDOW_MS = 180_000;

/** What the gateway needs to know of its sandbox. */
export interface GatewaySettings {
  heartbeatIntervalMs: number;
  token(): string;
  botId: string;
  /** Intents that the application may ask for. */
  allowedIntents: number;
}

/** Discord's gateway v10: sessions that listen to the bus, over WebSockets on the REST server's port. */
export class Gateway implements ConnectionEvents {
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: 64 * 1024,
    perMessageDeflate: false,
  });
  private readonly connections = new Set<Connection>();
  private readonly sessions = new Map<string, Session>();
  private readonly unsubscribe: () => void;

  constructor(
    private readonly world: World,
    bus: Bus,
    private readonly settings: GatewaySettings,
    readonly starts: StartLimit,
  ) {
    this.unsubscribe = bus.subscribe((signal) => this.hear(signal));
  }

  /** Takes the WebSocket upgrades of an HTTP server. */
  attach(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      this.sockets.handleUpgrade(request, socket, head, (webSocket) => this.accept(webSocket, request));
    });
  }

  private accept(webSocket: WebSocket, request: IncomingMessage): void {
    const query = new URL(request.url ?? '/', 'ws://sandbox').searchParams;
    const compress = query.get('compress') === 'zlib-stream';
    const url = `ws://${request.headers.host ?? 'localhost'}`;
    const connection = new Connection(webSocket, this, {
      heartbeatMs: this.settings.heartbeatIntervalMs,
      compress,
      url,
    });
    this.connections.add(connection);
    const version = query.get('v');
    if (version !== null && !['9', '10'].includes(version))
      connection.close(Close.InvalidAPIVersion, 'Invalid API version.');
    if ((query.get('encoding') ?? 'json') !== 'json')
      connection.close(Close.DecodeError, 'Only encoding=json is spoken here.');
  }

  /** Something happened: every session that wants it gets it, connected or not. */
  private hear(signal: Signal): void {
    if (signal.kind !== 'dispatch') return;
    for (const session of this.sessions.values()) {
      const mine = shardOf(signal.guild_id, session.shard[1]) === session.shard[0];
      if (!mine || !isWanted(signal, session.intents, this.settings.botId)) continue;
      session.dispatch(signal.t, this.visible(signal, session));
    }
  }

  private visible(signal: Extract<Signal, { kind: 'dispatch' }>, session: Session): unknown {
    return visibleData(signal, session.intents, this.settings.botId);
  }

  /** A payload came from a client. */
  payload(connection: Connection, { op, d }: Incoming): void {
    if (op === Op.Heartbeat) {
      connection.acknowledgeHeartbeat();
      return;
    }
    if (op === Op.Identify) {
      this.identify(connection, readIdentify(d, this.settings));
      return;
    }
    if (op === Op.Resume) {
      this.resume(connection, d);
      return;
    }
    if (!connection.session) {
      connection.close(Close.NotAuthenticated, 'Not authenticated.');
      return;
    }
    if (op === Op.RequestGuildMembers) {
      sendMembers(this.world, connection.session, d);
      return;
    }
    if (![Op.PresenceUpdate, Op.VoiceStateUpdate, 31].includes(op))
      connection.close(Close.UnknownOpcode, 'Unknown opcode.');
  }

  private identify(connection: Connection, request: Handshake<Identify>): void {
    if (connection.session) {
      connection.close(Close.AlreadyAuthenticated, 'Already authenticated.');
      return;
    }
    if ('close' in request) {
      connection.close(request.close, request.reason);
      return;
    }
    if (!this.starts.take(request.shard[0])) {
      connection.send(Op.InvalidSession, false);
      return;
    }
    const session = new Session(randomBytes(16).toString('hex'), request.intents, request.shard);
    this.forgetLost();
    this.sessions.set(session.id, session);
    connection.session = session;
    session.attach(connection);
    sendReady(this.world, session, this.settings.botId, connection.url);
  }

  private resume(connection: Connection, d: unknown): void {
    if (connection.session) {
      connection.close(Close.AlreadyAuthenticated, 'Already authenticated.');
      return;
    }
    const request = readResume(d, this.settings.token());
    if ('close' in request) {
      connection.close(request.close, request.reason);
      return;
    }
    this.forgetLost();
    const session = this.sessions.get(request.session_id);
    if (!session?.canResumeAfter(request.seq)) {
      if (session && request.seq > session.lastSeq) {
        connection.close(Close.InvalidSeq, 'Invalid seq.');
        return;
      }
      connection.send(Op.InvalidSession, false);
      return;
    }
    session.current?.close(Close.UnknownError, 'Resumed elsewhere.');
    connection.session = session;
    session.attach(connection);
    session.replayAfter(request.seq);
    session.dispatch('RESUMED', { _trace: [] });
  }

  /** A connection ended; its session waits for a resume. */
  closed(connection: Connection): void {
    this.connections.delete(connection);
    connection.session?.detach(connection, this.world.clock());
  }

  private forgetLost(): void {
    const limit = this.world.clock() - RESUME_WINDOW_MS;
    for (const session of this.sessions.values()) {
      if (session.lostAt !== null && session.lostAt < limit) this.sessions.delete(session.id);
    }
  }

  /** How many clients are connected and identified. */
  get readyCount(): number {
    return [...this.connections].filter((c) => c.session).length;
  }

  /** Closes every connection with a code; sessions can be resumed. Codes below 1000 cut without a goodbye. */
  closeAll(code: number): void {
    for (const connection of this.connections) {
      if (code < 1_000) connection.terminate();
      else connection.close(code);
      if (FINAL.has(code) && connection.session) this.sessions.delete(connection.session.id);
    }
  }

  /** Asks every client to reconnect and resume. */
  reconnectAll(): void {
    for (const connection of this.connections) connection.send(Op.Reconnect, null);
  }

  /** Tells every client that its session is no more. */
  invalidateAll(): void {
    for (const connection of this.connections) {
      if (connection.session) this.sessions.delete(connection.session.id);
      connection.send(Op.InvalidSession, false);
      connection.session = null;
    }
  }

  /** Lets every connection of now fall silent: no acknowledgements, no events, until the client gives up on it. */
  silenceAll(): void {
    for (const connection of this.connections) connection.silent = true;
  }

  /** Ends everything. */
  stop(): void {
    this.unsubscribe();
    for (const connection of this.connections) connection.terminate();
    this.sockets.close();
  }
}

/** Close codes after which a session cannot be resumed. */
const FINAL = new Set<number>([
  1000,
  1001,
  Close.AuthenticationFailed,
  Close.InvalidSeq,
  Close.SessionTimedOut,
  4010,
  4011,
  4012,
  4013,
  4014,
]);
