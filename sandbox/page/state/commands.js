/** Slash commands as a member types them: subcommands become lines of their own. Pure. */

/** @typedef {import('../types').Command} Command */
/** @typedef {import('../types').CommandLine} CommandLine */
/** @typedef {import('../types').CommandOption} CommandOption */

const SUBCOMMAND = 1;
const GROUP = 2;

/** @param {{name: string, name_localizations?: Record<string, string> | null}} thing @param {string | undefined} locale */
export const localName = (thing, locale) => (locale && thing.name_localizations?.[locale]) || thing.name;

/** @param {{description: string, description_localizations?: Record<string, string> | null}} thing @param {string | undefined} locale */
export const localDescription = (thing, locale) =>
  (locale && thing.description_localizations?.[locale]) || thing.description;

/**
 * Every command, subcommand and subcommand of a group that can be typed.
 * @param {Command[]} commands @param {string | undefined} locale @returns {CommandLine[]}
 */
export function commandLines(commands, locale) {
  const typed = commands.filter((command) => (command.type ?? 1) === 1);
  const lines = typed.flatMap((command) => descend(command.id, command, [], [], locale));
  return lines.sort((a, b) => a.title.localeCompare(b.title));
}

/**
 * @param {string} id @param {Omit<CommandOption, 'type'>} node @param {string[]} path @param {string[]} words
 * @param {string | undefined} locale @returns {CommandLine[]}
 */
function descend(id, node, path, words, locale) {
  const here = [...path, node.name];
  const title = [...words, localName(node, locale)];
  const options = node.options ?? [];
  const below = options.filter((option) => option.type === SUBCOMMAND || option.type === GROUP);
  if (below.length > 0) return below.flatMap((option) => descend(id, option, here, title, locale));
  return [{ id, path: here, title: title.join(' '), description: localDescription(node, locale), options }];
}

/** The lines that begin with, then those that contain, what was typed after the slash. @param {CommandLine[]} lines @param {string} typed */
export function matchLines(lines, typed) {
  const wanted = typed.trim().toLowerCase();
  const begins = lines.filter(
    (line) => line.title.toLowerCase().startsWith(wanted) || line.path.join(' ').startsWith(wanted),
  );
  const contains = lines.filter(
    (line) => !begins.includes(line) && line.title.toLowerCase().includes(wanted),
  );
  return [...begins, ...contains];
}
