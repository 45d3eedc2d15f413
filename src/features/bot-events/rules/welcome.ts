import { escapeMarkup } from '../../../common/discord-text.js';
import { textsIn } from '../../../languages/languages.js';
import type { Guild } from '../../guilds/rules/guild.js';

/** The welcome of a server: `{user}` stands for the member, `{server}` for the server's name. */
export function welcomeText(
  guild: Pick<Guild, 'welcome_message' | 'guild_name' | 'locale'>,
  discordId: string,
): string {
  const template = guild.welcome_message ?? textsIn(guild.locale).welcome;
  const values: Readonly<Record<string, string>> = {
    user: `<@${discordId}>`,
    server: escapeMarkup(guild.guild_name),
  };
  return template.replace(/\{(user|server)\}/g, (_whole, name: string) => values[name] ?? '');
}
