import type { Config } from '../../config/config.js';
import type { DiscordRest } from '../../discord-api/discord-rest.js';
import { attempt, found, skipped, type DoctorTexts, type Finding } from './finding.js';

/** An application as Discord shows it to its bot, as far as it matters here. */
interface Application {
  readonly id: string;
  readonly verify_key: string;
  readonly flags?: number;
}

/** Flags that grant an intent: after a review, and without one for small bots (Discord: resources/application). */
const INTENT_FLAGS = {
  'Server Members Intent': (1 << 14) | (1 << 15),
  'Message Content Intent': (1 << 18) | (1 << 19),
};

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
  { discordPrivilegedIntents }: Config,
  { checks, remedies, skipped: reasons }: DoctorTexts,
): Finding {
  if (!discordPrivilegedIntents) return skipped(checks.intents, reasons.no_intents);
  const missing = Object.entries(INTENT_FLAGS)
    .filter(([, granting]) => (flags & granting) === 0)
    .map(([name]) => name);
  return found(checks.intents, missing.length === 0 ? null : remedies.intents(missing));
}
