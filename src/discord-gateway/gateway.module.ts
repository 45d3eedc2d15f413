import { Inject, Logger } from '@nestjs/common';
import { Client, DiscordjsError, DiscordjsErrorCodes } from 'discord.js';
import { NecordModule } from 'necord';
import { setTimeout as sleep } from 'node:timers/promises';
import { Config } from '../config/config.js';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Necord, connecting in the background: while Discord is away the rest of the process does its work, health says
 * `unhealthy`, and the bot tries again. A token that Discord refuses stops the boot at once.
 */
export class GatewayModule extends NecordModule {
  @Inject(Client) private readonly discord: Client;
  @Inject(Config) private readonly config: Config;
  private readonly logger = new Logger('Gateway');
  private readonly stopped = new AbortController();

  override async onApplicationBootstrap(): Promise<string> {
    if (!(await this.tryLogin())) void this.keepTrying();
    return this.config.discordBotToken;
  }

  override async onApplicationShutdown(signal?: string): Promise<void> {
    this.stopped.abort();
    await super.onApplicationShutdown(signal);
  }

  private async keepTrying(): Promise<void> {
    try {
      for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
        await sleep(wait, undefined, { signal: this.stopped.signal });
        if (await this.tryLogin()) return;
      }
    } catch (error) {
      if (!this.stopped.signal.aborted)
        this.logger.fatal({ err: error }, 'The bot cannot connect to Discord');
    }
  }

  /**
   * @returns whether the gateway took us in
   * @throws when Discord refuses the token
   */
  private async tryLogin(): Promise<boolean> {
    try {
      await this.discord.login(this.config.discordBotToken);
      return true;
    } catch (error) {
      if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) throw error;
      this.logger.warn({ err: error }, 'Discord is away; the bot tries again');
      return false;
    }
  }
}
