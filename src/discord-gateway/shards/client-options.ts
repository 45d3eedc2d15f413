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

/** So many people stay in mind: of each server, to tell which of their roles changed, and in all. */
const MEMBERS_KEPT = 200;
const USERS_KEPT = 10_000;

/** Somebody whom discord.js has in mind. */
interface Known {
  readonly id: string;
  readonly client: { readonly user: { readonly id: string } | null };
}

/** Forgets those who were met first, but for ourselves, while there are more. */
const keepingOnly =
  (most: number) =>
  () =>
  ({ id, client }: Known, _id: string, { size }: { readonly size: number }): boolean =>
    size > most && id !== client.user?.id;

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
    sweepers: {
      // Messages are counted as they come, and not looked at again.
      messages: { interval: 60, lifetime: 60 },
      guildMembers: { interval: 600, filter: keepingOnly(MEMBERS_KEPT) },
      users: { interval: 600, filter: keepingOnly(USERS_KEPT) },
    },
    rest: { api: config.discordApiUrl },
  } satisfies ClientOptions;
}
