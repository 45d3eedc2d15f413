import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Client, GatewayCloseCodes, type Interaction } from 'discord.js';
import type { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Config } from '../../config/config.js';
import { BotEventsService } from '../../features/bot-events/bot-events.service.js';
import { DiscordCopies } from '../../discord-api/discord-copies.js';
import { GatewayState } from '../../features/health/gateway-state.js';
import { parseCustomId } from '../../features/scheduled-events/rules/custom-id.js';
import { clientOptions } from './client-options.js';
import { ClientsMemory } from './gateway-memory.js';
import { ShardConnection, type ConnectionFate } from './shard-connection.js';
import { ShardLeases } from './shard-leases.js';

/** How often leases are renewed, and looked for. */
const LOOK_MS = 1_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/** What Discord refused it refuses again until somebody mends it, and it counts how often a bot identifies in a day. */
const AFTER_REFUSAL_MS = 3_600_000;

/** What mends a close after which Discord wants no new try (docs of the gateway, "Close Event Codes"). */
const MENDS: Readonly<Partial<Record<number, string>>> = {
  [GatewayCloseCodes.AuthenticationFailed]:
    'the token is refused; set DISCORD_BOT_TOKEN to the one of the developer portal (Bot, Reset Token)',
  [GatewayCloseCodes.InvalidIntents]: 'it does not know the intents that the bot asks for; update VerseLink',
  [GatewayCloseCodes.DisallowedIntents]:
    'switch on in the developer portal (Bot, Privileged Gateway Intents) what the bot asks for, "Server Members Intent" for ' +
    'DISCORD_MEMBERS_INTENT=true and "Message Content Intent" for DISCORD_MESSAGE_CONTENT_INTENT=true, or set it to false',
  [GatewayCloseCodes.ShardingRequired]:
    'the bot is in too many servers for so few connections; set DISCORD_SHARDS, one for each 2,500 servers at least',
};
const OTHER_MEND = 'this version of VerseLink cannot connect; update it';

/**
 * The bot's connections to Discord's gateway: this process has those of the shards that it holds by a lease, and stands by
 * for the others. Each has a client of its own, which passes on what it hears to Necord's client. While Discord is away, or refuses,
 * the rest of the process does its work, and a shard is left to another process until it is tried again.
 */
@Injectable()
export class Shards implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Gateway');
  private readonly connections = new Map<number, ShardConnection>();
  private readonly stopped = new AbortController();
  private keeping: Promise<void> = Promise.resolve();
  private waitMs = FIRST_WAIT_MS;
  /** Until this passes, nothing is tried. */
  private pause: NodeJS.Timeout | undefined;
  /** The refusal that was told last, so that it is told once. */
  private told: number | null = null;

  constructor(
    private readonly config: Config,
    private readonly listeners: Client,
    private readonly leases: ShardLeases,
    private readonly events: BotEventsService,
    private readonly state: GatewayState,
    private readonly copies: DiscordCopies,
  ) {}

  /** Waits for the first try, and goes on in the background. */
  async onApplicationBootstrap(): Promise<void> {
    this.state.connections = this.connections;
    this.copies.memory = new ClientsMemory(() => this.connected());
    const tries = await this.look();
    this.keeping = this.keepLooking();
    await Promise.all(tries);
  }

  /** Before the connections to Redis are closed, so that another process takes over at once. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped.abort();
    clearTimeout(this.pause);
    await this.keeping;
    await Promise.all([...this.connections.values()].map((connection) => connection.close()));
    await this.leases.leave();
  }

  private async keepLooking(): Promise<void> {
    const { signal } = this.stopped;
    const goesOn = () => sleep(LOOK_MS, true, { signal, ref: false }).catch(() => false);
    while (await goesOn()) void Promise.all(await this.look());
  }

  /** Connects for the shards that this process holds by now, and closes what it holds no more. @returns the tries that it began */
  private async look(): Promise<readonly Promise<void>[]> {
    const leases = await this.leases.renew(this.pause !== undefined);
    this.state.unheld = leases?.free ?? null;
    // Redis is away: no one can take anything.
    if (leases === null) return [];
    const { mine, share } = leases;
    const lost = [...this.connections.keys()].filter((shard) => !mine.includes(shard));
    for (const shard of lost) void this.drop(shard);
    // Somebody has come to share the work.
    for (const shard of mine.slice(share)) void this.giveUp(shard);
    return mine
      .slice(0, share)
      .filter((shard) => !this.connections.has(shard))
      .map((shard) => this.connect(shard));
  }

  private async connect(shard: number): Promise<void> {
    const client = new Client({
      ...clientOptions(this.config),
      shards: [shard],
      shardCount: this.config.discordShards,
      ws: {
        buildIdentifyThrottler: async (gateway) => {
          const { session_start_limit: limit } = await gateway.fetchGatewayInformation();
          return {
            waitForIdentify: (id, signal) => this.leases.waitForIdentify(id, limit.max_concurrency, signal),
          };
        },
      },
    });
    this.passOn(client);
    const connection = new ShardConnection(client, this.fateOf(shard));
    this.connections.set(shard, connection);
    await connection.open(this.config.discordBotToken);
  }

  /** Lets Necord's client hear what a shard's hears, as long as the shard is this process's. */
  private passOn(client: Client): void {
    client.once('clientReady', ({ user, application }) => {
      Object.assign(this.listeners, { user, application });
    });
    const from: EventEmitter = client;
    const to: EventEmitter = this.listeners;
    for (const name of to.eventNames()) {
      if (name === 'interactionCreate') continue;
      from.on(name, (...heard: unknown[]) => {
        if (this.leases.areValid()) to.emit(name, ...heard);
      });
    }
    client.on('interactionCreate', (interaction) => void this.passOnOnce(interaction));
  }

  /**
   * Two connections may hear the same interaction while one process follows another. What a member answers to an event carries the
   * interaction's id into its write, and a suggestion changes nothing: these lose no time; of all others only the first is heard.
   */
  private async passOnOnce(interaction: Interaction): Promise<void> {
    if (!this.leases.areValid()) return;
    if (!isHarmlessTwice(interaction) && !(await this.events.isFirstHeard(interaction.id))) return;
    this.listeners.emit('interactionCreate', interaction);
  }

  private connected(): Client[] {
    if (!this.leases.areValid()) return [];
    return [...this.connections.values()].filter(({ ready }) => ready).map(({ client }) => client);
  }

  private fateOf(shard: number): ConnectionFate {
    return {
      connected: () => {
        this.waitMs = FIRST_WAIT_MS;
        this.told = null;
      },
      refused: (code) => {
        this.pauseFor(AFTER_REFUSAL_MS);
        void this.giveUp(shard);
        this.tell(code);
      },
      failed: (error) => {
        this.logger.warn({ err: error }, 'Discord is away; the bot tries again');
        this.pauseFor(this.waitMs);
        this.waitMs = Math.min(this.waitMs * 2, LONGEST_WAIT_MS);
        void this.giveUp(shard);
      },
    };
  }

  private tell(code: number): void {
    if (this.told === code) return;
    this.told = code;
    this.logger.error(
      `Discord refuses the connection (${code}): ${MENDS[code] ?? OTHER_MEND}. ` +
        'The bot tries again in an hour, or when it is restarted.',
    );
  }

  private pauseFor(ms: number): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => (this.pause = undefined), ms).unref();
  }

  /** Lets another process connect for a shard. */
  private async giveUp(shard: number): Promise<void> {
    this.state.unheld = null;
    await this.drop(shard);
    await this.leases.release(shard);
  }

  private async drop(shard: number): Promise<void> {
    const connection = this.connections.get(shard);
    this.connections.delete(shard);
    await connection?.close();
  }
}

function isHarmlessTwice(interaction: Interaction): boolean {
  if (interaction.isAutocomplete()) return true;
  return interaction.isMessageComponent() && parseCustomId(interaction.customId) !== null;
}
