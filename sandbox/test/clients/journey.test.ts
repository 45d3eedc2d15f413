import { afterAll, beforeAll, describe } from 'vitest';
import { createSandbox, type Sandbox } from '../../src/index.js';
import { travel } from './journey.js';
import { connectCore } from './libraries/core.js';
import { connectDiscordJs } from './libraries/discord-js.js';
import { connectDiscordeno } from './libraries/discordeno.js';
import { connectEris } from './libraries/eris.js';
import { connectNecord } from './libraries/necord.js';
import { connectOceanic } from './libraries/oceanic.js';
import { connectSapphire } from './libraries/sapphire.js';
import { connectSeyfert } from './libraries/seyfert.js';

/** One sandbox for all of them, one after the other. */
describe('the first hour of a bot', () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await createSandbox({ rateLimits: { identifyWindowMs: 0 } });
  });
  afterAll(async () => {
    await sandbox.close();
  });

  travel('discord.js', () => sandbox, connectDiscordJs);
  travel('@discordjs/core', () => sandbox, connectCore);
  travel('discordeno', () => sandbox, connectDiscordeno);
  travel('sapphire', () => sandbox, connectSapphire);
  travel('necord', () => sandbox, connectNecord);
  travel('seyfert', () => sandbox, connectSeyfert);
  travel('oceanic.js', () => sandbox, connectOceanic);
  travel('eris', () => sandbox, connectEris);
});
