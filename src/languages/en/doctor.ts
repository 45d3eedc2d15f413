import type { Texts } from '../texts.js';
import { listIn } from '../lists.js';

/** What `npm run doctor` says to those who run VerseLink. */
export const doctor = {
  checks: {
    token: "The bot's token",
    application: 'Discord application',
    intents: 'Privileged intents',
    commands: 'Commands',
    server: 'Server',
    registration: "The server's settings",
    permissions: (feature) => `Permissions for ${feature}`,
    scheduled_event: 'Scheduled event: made, changed, deleted',
    message: 'Message: posted, edited, deleted',
    role: 'Role: made, given, taken, deleted',
    channel: 'Channel: made, deleted',
    thread: 'Thread: made, locked, deleted',
    direct_message: "Direct message to the server's owner",
    cleanup: 'Clean-up',
  },
  inChannel: (check, channelId) => `${check} (channel ${channelId})`,
  remedies: {
    token:
      'Discord refuses DISCORD_BOT_TOKEN. Developer portal → Bot → Reset Token, then put the new token into .env.',
    client_id: (id) => `DISCORD_CLIENT_ID must be ${id}, the application of this token.`,
    public_key:
      'DISCORD_PUBLIC_KEY is not the one of this application. Developer portal → General Information → Public Key.',
    intents: (names, variables) =>
      `Switch on ${listIn('en', names)} (developer portal → Bot → Privileged Gateway Intents), or set ${listIn('en', variables)}.`,
    commands: 'No command is registered. Start the bot (RUN with bot): it registers them when it connects.',
    server: (invite) => `The bot is not on this server, or the id is wrong. Invite it: ${invite}`,
    not_registered:
      'This server is not registered (POST /api/v1/discord/guilds): nothing will be shown there. With --channel CHANNEL, that channel is tried.',
    no_channel:
      'No channel is chosen: set event_channel_id (PATCH /api/v1/discord/guilds), or pass --channel CHANNEL.',
    permissions: (missing, invite) =>
      `Missing: ${listIn('en', missing)}. Give them to the bot's role (Server Settings → Roles, or the channel's permissions), or invite it anew: ${invite}`,
    channel: 'This channel is gone, or takes no messages. Choose a text or announcement channel.',
    full: (failure) => `One of Discord's limits is reached; delete or end something. ${failure}`,
    closed: 'This person takes no direct messages of the server; VerseLink will write to a channel.',
    later: (failure) => `Discord does not answer as it should; try again later. ${failure}`,
    other: (failure) => failure,
    role_above: (names) =>
      `These roles stand above the bot's own, so that it cannot give them: ${listIn('en', names)}. Move the bot's role up (Server Settings → Roles).`,
    cleanup: (failure) => `Not everything could be deleted; run the command again, it goes on. ${failure}`,
  },
  skipped: {
    needs_permissions: 'not tried: permissions are missing first',
    not_wanted: "not tried: the server's settings do not ask for it",
    no_intents: 'not asked for (DISCORD_MEMBERS_INTENT=false)',
  },
  left_behind: (count) => `left over by an interrupted try, and deleted: ${count}`,
  trial: {
    name: 'VerseLink tries this out (ignore it)',
    text: 'VerseLink tries this out: it goes away in a moment.',
    direct_message: 'VerseLink tries this out: direct messages arrive.',
  },
  all_well: 'All is well: VerseLink can do its work on this server.',
  faults: (count) => `Points to mend: ${count}.`,
  interrupted: 'Interrupted: what the try had made is deleted.',
} satisfies Texts['doctor'];
