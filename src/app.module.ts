import { type DynamicModule, Module } from '@nestjs/common';
import { LoggingModule } from './bootstrap/logging.module.js';
import type { Config } from './config/config.js';
import { ConfigModule } from './config/config.module.js';
import { DiscordGatewayModule, HttpInteractionsModule } from './discord-gateway/discord-gateway.module.js';
import { BackendInternalApiModule } from './internal-api/backend-internal-api.module.js';
import { BotInternalApiModule } from './internal-api/bot-internal-api.module.js';
import { InternalClientsModule } from './internal-api/clients/clients.module.js';
import { MetricsModule } from './internal-api/metrics.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { LiveNewsModule } from './infra/live-news.js';
import { DatabaseModule } from './infra/mongo.module.js';
import { RedisModule } from './infra/redis.module.js';
import { AuthModule } from './rest-api/auth/auth.module.js';
import { RestApiModule } from './rest-api/rest-api.module.js';

/** The only file that sees every module: what each part of `RUN` is made of. */
const PARTS = {
  api: [RestApiModule, BackendInternalApiModule, HttpInteractionsModule],
  bot: [BotInternalApiModule, DiscordGatewayModule],
  worker: [JobsModule],
} satisfies Record<string, NonNullable<DynamicModule['imports']>>;

@Module({})
export class AppModule {
  /** The application for what `config.run` says. */
  static forRun(config: Config): DynamicModule {
    const parts = [...config.run].flatMap((part) => PARTS[part]);
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(config),
        LoggingModule,
        DatabaseModule,
        RedisModule,
        LiveNewsModule,
        InternalClientsModule,
        MetricsModule,
        AuthModule,
        ...parts,
      ],
    };
  }
}
