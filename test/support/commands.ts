import type { TestDiscord } from './discord.js';

/** A command, an option or a choice, as Discord holds it. */
export interface CommandNode {
  readonly name?: string;
  readonly type?: number;
  readonly description?: string;
  readonly value?: string | number;
  readonly name_localizations?: Readonly<Record<string, string>> | null;
  readonly description_localizations?: Readonly<Record<string, string>> | null;
  readonly options?: readonly CommandNode[];
  readonly choices?: readonly CommandNode[];
  readonly contexts?: readonly number[] | null;
  readonly default_member_permissions?: string | null;
}

const SUBCOMMAND = 1;

/** What the bot has registered: everywhere, or on one server. */
export async function registeredCommands(discord: TestDiscord, guildId?: string): Promise<CommandNode[]> {
  const {
    DISCORD_API_URL: api = '',
    DISCORD_CLIENT_ID: id = '',
    DISCORD_BOT_TOKEN: token = '',
  } = discord.env;
  const place = guildId === undefined ? '' : `/guilds/${guildId}`;
  const answer = await fetch(`${api}/v10/applications/${id}${place}/commands?with_localizations=true`, {
    headers: { authorization: `Bot ${token}` },
  });
  return (await answer.json()) as CommandNode[];
}

/** Each command as it is typed, subcommands among them: `event create`, or `événement créer` for `fr`. */
export function wordsOf(commands: readonly CommandNode[], locale?: string): string[] {
  const nameOf = ({ name = '', name_localizations: names }: CommandNode): string =>
    (locale === undefined ? undefined : names?.[locale]) ?? name;
  return commands.flatMap((command) => {
    const subcommands = (command.options ?? []).filter(({ type }) => type === SUBCOMMAND);
    if (subcommands.length === 0) return [nameOf(command)];
    return subcommands.map((sub) => `${nameOf(command)} ${nameOf(sub)}`);
  });
}
