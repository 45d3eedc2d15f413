import { NecordModule } from 'necord';

/** Necord, whose client only listens: `Shards` makes the connections, and lets it hear what comes by them. */
export class GatewayModule extends NecordModule {
  override onApplicationBootstrap(): Promise<string> {
    return Promise.resolve('');
  }
}
