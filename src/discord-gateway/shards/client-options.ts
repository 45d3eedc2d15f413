import { type ClientOptions, GatewayIntentBits, Partials } from 'discord.js';
import type { Config } from '../../config/config.js';

const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildScheduledEvents,
  // Deleted messages; without the content of messages, which needs an intent of its own.
  GatewayIntentBits.GuildMessages,
  // Who is in an event's voice channels.
  GatewayIntentBits.GuildVoiceStates,
  // Kicks and bans, so that a leave can be told from them; who started or ended a scheduled event.
  GatewayIntentBits.GuildModeration,
];

/** What a client of discord.js is to hear and to keep. */
export function clientOptions(config: Config) {
  return {
    intents: [
      ...INTENTS,
      ...(config.discordMembersIntent ? [GatewayIntentBits.GuildMembers] : []),
      // Without it Discord does not even say how long messages are.
      ...(config.discordMessageContentIntent ? [GatewayIntentBits.MessageContent] : []),
    ],
    // Members who left and messages that were deleted are heard of even when the bot did not know them.
    partials: [Partials.GuildMember, Partials.GuildScheduledEvent, Partials.Message, Partials.User],
    // Messages are counted as they come, and not looked at again.
    sweepers: { messages: { interval: 60, lifetime: 60 } },
    rest: { api: config.discordApiUrl },
  } satisfies ClientOptions;
}
