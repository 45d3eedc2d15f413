export { createSandbox, type Sandbox } from './sandbox.js';
export { connectTo, SandboxRefusal, type SandboxClient } from './client/client.js';
export {
  APPLICATION_ID,
  DEVELOPMENT_CLIENT_SECRET,
  DEVELOPMENT_TOKEN,
  type SandboxOptions,
} from './options.js';
export type { GuildView } from './shapes/guild.js';
export type { Outcome } from './control/interactions.js';
export type { RequestEntry } from './rest/request-entry.js';
export type { Fault } from './rest/faults.js';
