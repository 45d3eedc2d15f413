import { Inject, Logger } from '@nestjs/common';
import { Client, DiscordjsError, DiscordjsErrorCodes, GatewayCloseCodes } from 'discord.js';
import { NecordModule } from 'necord';
import { Config } from '../config/config.js';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/** What Discord refused it refuses again until somebody mends it, and it counts how often a bot identifies in a day. */
const AFTER_REFUSAL_MS = 3_600_000;

/** What mends a close after which Discord wants no new try (docs of the gateway, "Close Event Codes"). */
const MENDS: Readonly<Partial<Record<number, string>>> = {
  [GatewayCloseCodes.AuthenticationFailed]:
    'the token is refused; set DISCORD_BOT_TOKEN to the one of the developer portal (Bot, Reset Token)',
  [GatewayCloseCodes.InvalidIntents]:
    'it does not know the intents that the bot asks for; update VerseLink, or set DISCORD_PRIVILEGED_INTENTS=false',
  [GatewayCloseCodes.DisallowedIntents]:
    'switch on "Server Members Intent" and "Message Content Intent" in the developer portal (Bot, Privileged Gateway ' +
    'Intents), or set DISCORD_PRIVILEGED_INTENTS=false',
};
const OTHER_MEND = 'this version of VerseLink cannot connect; update it';

/**
 * Necord, connecting in the background: while Discord is away the rest of the process does its work, health says
 * `unhealthy`, and the bot tries again: within a minute, or once an hour when Discord refuses the token or the intents.
 */
export class GatewayModule extends NecordModule {
  @Inject(Client) private readonly discord: Client;
  @Inject(Config) private readonly config: Config;
  private readonly logger = new Logger('Gateway');
  private waitMs = FIRST_WAIT_MS;
  private nextTry: NodeJS.Timeout | undefined;
  private stopped = false;
  /** Whether the present try, or the connection that it brought, was refused. */
  private refused = false;
  /** The refusal that was told last, so that it is told once. */
  private told: number | null = null;

  override async onApplicationBootstrap(): Promise<string> {
    // Interactions that come by HTTP need no connection.
    if (!this.config.run.has('bot')) return '';
    // discord.js does not connect again after such a close, neither at the first connection nor later.
    this.discord.on('shardDisconnect', ({ code }) => {
      this.afterRefusal(code);
    });
    await this.login();
    return this.config.discordBotToken;
  }

  override async onApplicationShutdown(signal?: string): Promise<void> {
    this.stopped = true;
    clearTimeout(this.nextTry);
    await super.onApplicationShutdown(signal);
  }

  private async login(): Promise<void> {
    try {
      await this.discord.login(this.config.discordBotToken);
      this.waitMs = FIRST_WAIT_MS;
      this.told = null;
    } catch (error) {
      if (isTokenRefused(error)) this.afterRefusal(GatewayCloseCodes.AuthenticationFailed);
      if (this.refused) return;
      this.logger.warn({ err: error }, 'Discord is away; the bot tries again');
      this.tryAgainIn(this.waitMs);
      this.waitMs = Math.min(this.waitMs * 2, LONGEST_WAIT_MS);
    }
  }

  private afterRefusal(code: number): void {
    this.refused = true;
    this.tryAgainIn(AFTER_REFUSAL_MS);
    if (this.told === code) return;
    this.told = code;
    const mend = MENDS[code] ?? OTHER_MEND;
    this.logger.error(
      `Discord refuses the connection (${code}): ${mend}. The bot tries again in an hour, or when it is restarted.`,
    );
  }

  private tryAgainIn(ms: number): void {
    clearTimeout(this.nextTry);
    if (this.stopped) return;
    this.nextTry = setTimeout(() => {
      this.refused = false;
      void this.login();
    }, ms);
  }
}

function isTokenRefused(error: unknown): boolean {
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
}
