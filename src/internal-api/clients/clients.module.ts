import { Global, Module } from '@nestjs/common';
import { BackendGate } from '../../domain/bot/backend-gate.js';
import { BotGate } from '../../domain/bot/bot-gate.js';
import { BackendClient } from './backend-client.js';
import { BotClient } from './bot-client.js';

/** Gives every room of every process its way to the other half, without the rooms knowing of this door. */
@Global()
@Module({
  providers: [
    { provide: BotGate, useClass: BotClient },
    { provide: BackendGate, useClass: BackendClient },
  ],
  exports: [BotGate, BackendGate],
})
export class InternalClientsModule {}
