import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes as Close, GatewayOpcodes as Op } from 'discord-api-types/v10';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Bus } from '../world/bus.js';
import type { World } from '../world/world.js';
import { TRANSPORTS } from './compression.js';
import { Connection, type ConnectionEvents, type Incoming } from './connection.js';
import { readIdentify, readResume, type Handshake, type Identify } from './handshake.js';
import { MemberRequests } from './member-requests.js';
import { updatePresence } from './presence.js';
import { sendReady } from './ready.js';
import { SessionFolder } from './session-log.js';
import { Sessions } from './sessions.js';
import { answerSoundRequest } from './sound-requests.js';
import { updateOwnVoice } from './voice.js';
import type { StartLimit } from './start-limit.js';

/** What the gateway needs to know of its sandbox. */
export interface GatewaySettings {
  heartbeatIntervalMs: number;
  /** Where sessions outlive the sandbox; null: nowhere. */
  sessionsFolder: string | null;
  token(): string;
  /** Gives the bot a new token: Discord does so to bots that identify too often. */
  resetToken(): void;
  botId: string;
  /** Intents that the application may ask for. */
  allowedIntents(): number;
  /** The application's flags, which say what it was granted. */
  flags(): number;
}

/** Discord's gateway v10: WebSockets on the REST server's port, through which clients listen to their sessions. */
export class Gateway implements ConnectionEvents {
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: 64 * 1024,
    perMessageDeflate: false,
  });
  private readonly connections = new Set<Connection>();
  private readonly sessions: Sessions;
  private readonly memberRequests: MemberRequests;

  constructor(
    private readonly world: World,
    private readonly bus: Bus,
    private readonly settings: GatewaySettings,
    readonly starts: StartLimit,
  ) {
    this.sessions = new Sessions(bus, world, settings.botId, new SessionFolder(settings.sessionsFolder));
    this.memberRequests = new MemberRequests(world);
  }

  /** Takes the WebSocket upgrades of an HTTP server. */
  attach(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      this.sockets.handleUpgrade(request, socket, head, (webSocket) => this.accept(webSocket, request));
    });
  }

  private accept(webSocket: WebSocket, request: IncomingMessage): void {
    // Not by `URL`, which throws at what some clients make of the address: `//?v=10`.
    const query = new URLSearchParams(request.url?.split('?', 2)[1]);
    const compression = query.get('compress');
    const transport = TRANSPORTS.find((one) => one === compression);
    const url = `ws://${request.headers.host ?? 'localhost'}`;
    const connection = new Connection(webSocket, this, {
      heartbeatMs: this.settings.heartbeatIntervalMs,
      compression: transport ?? null,
      url,
    });
    this.connections.add(connection);
    const version = query.get('v');
    if (version !== null && !['9', '10'].includes(version)) {
      connection.close(Close.InvalidAPIVersion, 'Invalid API version.');
    } else if ((query.get('encoding') ?? 'json') !== 'json') {
      connection.close(Close.DecodeError, 'Only encoding=json is spoken here.');
    } else if (compression !== null && !transport) {
      connection.close(Close.DecodeError, 'Only compress=zlib-stream and zstd-stream are spoken here.');
    }
  }

  /** A payload came from a client. */
  payload(connection: Connection, { op, d }: Incoming): void {
    if (op === Op.Heartbeat) {
      connection.acknowledgeHeartbeat();
      connection.session?.touch();
      return;
    }
    if (op === Op.Identify || op === Op.Resume) {
      if (connection.session) connection.close(Close.AlreadyAuthenticated, 'Already authenticated.');
      else if (op === Op.Resume) this.resume(connection, d);
      else this.identify(connection, readIdentify(d, this.settings));
      return;
    }
    if (!connection.session) {
      connection.close(Close.NotAuthenticated, 'Not authenticated.');
      return;
    }
    if (op === Op.RequestGuildMembers) this.memberRequests.answer(connection.session, d);
    else if (op === Op.VoiceStateUpdate) this.voice(connection, d);
    else if (op === Op.PresenceUpdate) this.presence(connection, d);
    else if (op === Op.RequestSoundboardSounds) this.sounds(connection, d);
    else connection.close(Close.UnknownOpcode, 'Unknown opcode.');
  }

  private presence(connection: Connection, d: unknown): void {
    const session = connection.session;
    if (session && updatePresence({ world: this.world, bus: this.bus }, session, this.settings.botId, d))
      return;
    connection.close(Close.DecodeError, 'Error while decoding payload.');
  }

  private sounds(connection: Connection, d: unknown): void {
    const { session } = connection;
    if (session && answerSoundRequest(this.world, session, this.settings.botId, d)) return;
    connection.close(Close.DecodeError, 'Error while decoding payload.');
  }

  private voice(connection: Connection, d: unknown): void {
    const parts = { world: this.world, bus: this.bus };
    if (connection.session && updateOwnVoice(parts, connection.session, this.settings.botId, d)) return;
    connection.close(Close.DecodeError, 'Error while decoding payload.');
  }

  private identify(connection: Connection, request: Handshake<Identify>): void {
    if ('close' in request) {
      connection.close(request.close, request.reason);
      return;
    }
    const guilds = this.sessions.guildsOf(request.shard);
    if (guilds === null) {
      connection.close(Close.ShardingRequired, 'Sharding required.');
      return;
    }
    const refused = this.starts.take(request.shard[0]);
    if (refused === 'used up') this.expire();
    if (refused) {
      connection.send(Op.InvalidSession, false);
      return;
    }
    if (request.compress) connection.compressPayloads();
    const session = this.sessions.open(connection, request);
    const { botId } = this.settings;
    sendReady(this.world, session, { botId, flags: this.settings.flags(), url: connection.url, guilds });
  }

  /** "All active sessions will be terminated, the bot's token reset": what an identify over the day's limit leads to. */
  private expire(): void {
    this.settings.resetToken();
    this.closeAll(Close.AuthenticationFailed);
    this.starts.renewDay();
  }

  private resume(connection: Connection, d: unknown): void {
    const request = readResume(d, this.settings.token());
    if ('close' in request) {
      connection.close(request.close, request.reason);
      return;
    }
    const session = this.sessions.find(request.session_id);
    if (session && request.seq > session.lastSeq) {
      connection.close(Close.InvalidSeq, 'Invalid seq.');
      return;
    }
    if (!session?.canResumeAfter(request.seq)) {
      connection.send(Op.InvalidSession, false);
      return;
    }
    session.current?.close(Close.UnknownError, 'Resumed elsewhere.');
    connection.session = session;
    session.attach(connection);
    session.replayAfter(request.seq);
    session.dispatch('RESUMED', { _trace: [] });
  }

  /** A connection ended with a code; unless that code is final its session waits for a resume. */
  closed(connection: Connection, code: number): void {
    this.connections.delete(connection);
    if (connection.session) this.sessions.lose(connection.session, connection, code);
  }

  /** How many clients are connected and identified. */
  get readyCount(): number {
    return [...this.connections].filter((c) => c.session).length;
  }

  /** Resolves once every client has got what was sent to it until now, as far as that can be known. */
  async told(): Promise<void> {
    await Promise.all([...this.connections].map(async (connection) => connection.told()));
  }

  /** Closes every connection with a code. Codes below 1000 cut without a goodbye. */
  closeAll(code: number): void {
    for (const connection of this.connections) {
      if (code < 1_000) connection.terminate();
      else connection.close(code);
    }
  }

  /** Asks every client to reconnect and resume. */
  reconnectAll(): void {
    for (const connection of this.connections) connection.send(Op.Reconnect, null);
  }

  /** Tells every client that its session is invalid: gone for good, or (`resumable`) to be resumed. */
  invalidateAll(resumable = false): void {
    for (const connection of this.connections) {
      if (connection.session) this.sessions.lose(connection.session, connection, resumable ? 0 : 1_000);
      connection.send(Op.InvalidSession, resumable);
      connection.session = null;
    }
  }

  /** Lets every connection of now fall silent: no acknowledgements, no events, until the client gives up on it. */
  silenceAll(): void {
    for (const connection of this.connections) connection.silent = true;
  }

  /** Ends everything. */
  stop(): void {
    this.sessions.stop();
    for (const connection of this.connections) connection.terminate();
    this.sockets.close();
  }
}
