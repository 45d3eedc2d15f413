import type { Config } from '../../config/config.js';
import type { DiscordRest } from '../../discord-api/discord-rest.js';
import { attempt, found, skipped, type DoctorTexts, type Finding } from './finding.js';

/** An application as Discord shows it to its bot, as far as it matters here. */
interface Application {
  readonly id: string;
  readonly verify_key: string;
  readonly flags?: number;
}

/**
 * The privileged intents: their variables, and the flags that grant them after a review, and without one for small bots
 * (Discord: resources/application).
 */
const INTENTS = [
  {
    name: 'Server Members Intent',
    variable: 'DISCORD_MEMBERS_INTENT',
    wanted: (config: Config) => config.discordMembersIntent,
    flags: (1 << 14) | (1 << 15),
  },
  {
    name: 'Message Content Intent',
    variable: 'DISCORD_MESSAGE_CONTENT_INTENT',
    wanted: (config: Config) => config.discordMessageContentIntent,
    flags: (1 << 18) | (1 << 19),
  },
];

/**
 * Looks at what belongs to the bot wherever it is: its token, its application, intents and commands.
 * @returns the application's id; `null` when Discord does not even take the token
 */
export async function* examineAccount(
  discord: DiscordRest,
  config: Config,
  texts: DoctorTexts,
): AsyncGenerator<Finding, string | null> {
  const { checks, remedies } = texts;
  const token = await attempt(checks.token, texts, () => discord.get('/users/@me'));
  yield token;
  if (token.outcome !== 'ok') return null;
  const application = (await discord.get('/applications/@me')) as Application;
  yield found(checks.application, applicationFault(application, config, texts));
  yield intents(application, config, texts);
  const commands = (await discord.get(`/applications/${application.id}/commands`)) as unknown[];
  yield found(checks.commands, commands.length === 0 ? remedies.commands : null);
  return application.id;
}

function applicationFault(
  { id, verify_key }: Application,
  { discordClientId, discordPublicKey }: Config,
  { remedies }: DoctorTexts,
): string | null {
  if (discordClientId !== id) return remedies.client_id(id);
  // Only interactions over HTTP need it.
  const isOther = discordPublicKey !== null && discordPublicKey.toLowerCase() !== verify_key.toLowerCase();
  return isOther ? remedies.public_key : null;
}

function intents(
  { flags = 0 }: Application,
  config: Config,
  { checks, remedies, skipped: reasons }: DoctorTexts,
): Finding {
  const wanted = INTENTS.filter((intent) => intent.wanted(config));
  if (wanted.length === 0) return skipped(checks.intents, reasons.no_intents);
  const missing = wanted.filter((intent) => (flags & intent.flags) === 0);
  if (missing.length === 0) return found(checks.intents, null);
  const names = missing.map(({ name }) => name);
  const variables = missing.map(({ variable }) => `${variable}=false`);
  return found(checks.intents, remedies.intents(names, variables));
}
