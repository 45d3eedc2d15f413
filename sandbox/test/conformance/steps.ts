import type { Sandbox } from '../../src/index.js';
import { channelNamed, makeGuild, userNamed } from '../support/http.js';
import { applicationSteps } from './application.js';
import { channelSteps } from './channels.js';
import { communitySteps } from './community.js';
import type { State, Step } from './drive.js';
import { eventSteps } from './events.js';
import { expressionSteps } from './expressions.js';
import { guildSteps } from './guilds.js';
import { identitySteps } from './identity.js';
import { lobbySteps } from './lobbies.js';
import { voiceSteps } from './voice.js';

const ADMINISTRATOR = '8';

/** Every operation; the last ones leave the guild. */
export const STEPS: Step[] = [
  ...guildSteps,
  ...channelSteps,
  ...expressionSteps,
  ...voiceSteps,
  ...eventSteps,
  ...communitySteps,
  ...identitySteps,
  ...lobbySteps,
  ...applicationSteps,
];

/** A server in which the steps are made; gives what they know of it. */
export async function firstState(sandbox: Sandbox): Promise<State> {
  const names = ['owner', 'ada', 'bob', 'carl'];
  const guild = await makeGuild(sandbox, {
    bot_permissions: ADMINISTRATOR,
    members: names.map((username) => ({ username })),
  });
  const role = (name: string): string => guild.roles.find((r) => r.name === name)?.id ?? '';
  return {
    application_id: sandbox.applicationId,
    client_secret: sandbox.clientSecret,
    guild_id: guild.id,
    channel_id: channelNamed(guild, 'events'),
    voice_id: channelNamed(guild, 'Bridge'),
    role_id: role('Pilot'),
    high_role_id: role('Admiral'),
    owner_id: userNamed(guild, 'owner'),
    user_id: userNamed(guild, 'ada'),
    bob_id: userNamed(guild, 'bob'),
    carl_id: userNamed(guild, 'carl'),
  };
}
