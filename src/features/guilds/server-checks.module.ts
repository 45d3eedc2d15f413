import { Module } from '@nestjs/common';
import { DiscordApiModule } from '../../discord-api/discord-api.module.js';
import { ServerChecks } from './server-checks.js';

/** What clients say about Discord servers, checked against Discord. */
@Module({ imports: [DiscordApiModule], providers: [ServerChecks], exports: [ServerChecks] })
export class ServerChecksModule {}
