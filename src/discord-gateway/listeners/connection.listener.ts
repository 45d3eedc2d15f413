import { Injectable, Logger } from '@nestjs/common';
import type { ClientEvents } from 'discord.js';
import { Context, On, Once } from 'necord';
import { GatewayState } from '../../features/health/gateway-state.js';

/** Discord's close code for intents that the application may not ask for. */
const DISALLOWED_INTENTS = 4014;

/** Keeps the truth about the connection to Discord's gateway, for health. */
@Injectable()
export class ConnectionListener {
  private readonly logger = new Logger('Gateway');

  constructor(private readonly state: GatewayState) {}

  @Once('clientReady')
  onReady(@Context() [client]: ClientEvents['clientReady']): void {
    this.state.ready = true;
    this.logger.log(
      `Connected to Discord as ${client.user.username}, in ${client.guilds.cache.size} servers`,
    );
  }

  @On('shardReady')
  onShardReady(): void {
    this.state.ready = true;
  }

  @On('shardResume')
  onResume(): void {
    this.state.ready = true;
    this.logger.log('Connection to Discord resumed');
  }

  @On('shardReconnecting')
  onReconnecting(): void {
    this.state.ready = false;
    this.logger.warn('Connection to Discord lost; reconnecting');
  }

  @On('shardDisconnect')
  onDisconnect(@Context() [event]: ClientEvents['shardDisconnect']): void {
    this.state.ready = false;
    const cause =
      event.code === DISALLOWED_INTENTS
        ? 'switch on "Server Members Intent" and "Message Content Intent" in the developer portal (Bot, Privileged ' +
          'Gateway Intents), or set DISCORD_PRIVILEGED_INTENTS=false'
        : "check the bot's token";
    this.logger.error(`Discord closed the connection for good (${event.code}): ${cause}`);
  }

  @On('error')
  onError(@Context() [error]: ClientEvents['error']): void {
    this.logger.error({ err: error }, 'Gateway error');
  }
}
