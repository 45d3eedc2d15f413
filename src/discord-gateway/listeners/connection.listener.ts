import { Injectable, Logger } from '@nestjs/common';
import type { ClientEvents } from 'discord.js';
import { Context, On, Once } from 'necord';
import { GatewayState } from '../../features/health/gateway-state.js';

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
  onDisconnect(): void {
    this.state.ready = false;
  }

  @On('error')
  onError(@Context() [error]: ClientEvents['error']): void {
    this.logger.error({ err: error }, 'Gateway error');
  }
}
