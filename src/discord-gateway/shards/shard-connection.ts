import { Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, DiscordjsError, DiscordjsErrorCodes, GatewayCloseCodes } from 'discord.js';

/** Longer than this a connection that is being made does not hold up its end. */
const LONGEST_OPENING_MS = 2_000;

/** What becomes of a connection. */
export interface ConnectionFate {
  connected(): void;
  /** Discord wants no new try until somebody mends what the code says. */
  refused(code: number): void;
  /** Discord did not answer. */
  failed(error: unknown): void;
}

/** The connection of one shard to Discord's gateway, which discord.js restores by itself as long as Discord lets it. */
export class ShardConnection {
  private readonly logger = new Logger('Gateway');
  private opening: Promise<void> = Promise.resolve();
  private closing: Promise<void> | undefined;
  private isReady = false;

  constructor(
    readonly client: Client,
    private readonly fate: ConnectionFate,
  ) {
    client
      .once('clientReady', ({ user, guilds }) => {
        this.logger.log(`Connected to Discord as ${user.username}, in ${guilds.cache.size} servers`);
      })
      .on('shardReady', () => {
        this.isReady = true;
        this.fate.connected();
      })
      .on('shardResume', () => {
        this.isReady = true;
        this.logger.log('Connection to Discord resumed');
      })
      .on('shardReconnecting', () => {
        this.isReady = false;
        this.logger.warn('Connection to Discord lost; reconnecting');
      })
      .on('shardDisconnect', ({ code }) => {
        // discord.js does not connect again after such a close, neither at the first connection nor later.
        this.isReady = false;
        this.fate.refused(code);
      })
      .on('error', (error) => {
        this.logger.error({ err: error }, 'Gateway error');
      });
  }

  /** True once the gateway is ready and as long as the connection lasts. */
  get ready(): boolean {
    return this.isReady;
  }

  /** Connects. Never rejects. */
  async open(token: string): Promise<void> {
    this.opening = this.logIn(token);
    await this.opening;
  }

  /** Takes leave of Discord, for good. */
  async close(): Promise<void> {
    this.isReady = false;
    this.closing ??= this.leave();
    await this.closing;
  }

  private async logIn(token: string): Promise<void> {
    try {
      await this.client.login(token);
    } catch (error) {
      if (this.closing !== undefined) return;
      if (isTokenRefused(error)) this.fate.refused(GatewayCloseCodes.AuthenticationFailed);
      else this.fate.failed(error);
    }
  }

  /** A client that is destroyed while it asks where to connect would connect all the same. */
  private async leave(): Promise<void> {
    await Promise.race([this.opening, sleep(LONGEST_OPENING_MS, undefined, { ref: false })]);
    try {
      await this.client.destroy();
    } catch (error) {
      this.logger.warn({ err: error }, 'A connection to Discord did not close in order');
    }
  }
}

function isTokenRefused(error: unknown): boolean {
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
}
