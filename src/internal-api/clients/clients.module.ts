import { Global, Module } from '@nestjs/common';
import { BackendGate } from '../../features/health/rules/backend-gate.js';
import { BotGate } from '../../features/health/rules/bot-gate.js';
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
