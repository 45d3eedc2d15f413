import { escapeMarkup } from '../../../common/discord-text.js';
import type { Guild } from '../../guilds/rules/guild.js';

const DEFAULTS = {
  fr: 'Bienvenue {user} sur {server} !',
  en: 'Welcome {user} to {server}!',
} as const;

/** The welcome of a server: `{user}` stands for the member, `{server}` for the server's name. */
export function welcomeText(
  guild: Pick<Guild, 'welcome_message' | 'guild_name' | 'locale'>,
  discordId: string,
): string {
  const template = guild.welcome_message ?? DEFAULTS[guild.locale];
  const values: Readonly<Record<string, string>> = {
    user: `<@${discordId}>`,
    server: escapeMarkup(guild.guild_name),
  };
  return template.replace(/\{(user|server)\}/g, (_whole, name: string) => values[name] ?? '');
}
