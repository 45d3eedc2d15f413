/** What tells one registration of a command from another. What is left out of it has the same meaning to us either way. */
const FIELDS = new Set([
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'choices',
  'value',
  'required',
  'autocomplete',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'channel_types',
  'default_member_permissions',
  'contexts',
]);
/** Their keys are languages. */
const MAPS = new Set(['name_localizations', 'description_localizations']);
const SLASH_COMMAND = 1;

/**
 * Whether Discord has just these commands, in any order. `ApplicationCommand#equals` of discord.js takes a subcommand without
 * options, and defaults that Discord fills in, for changes.
 */
export function isRegistered(wanted: readonly object[], there: readonly object[]): boolean {
  return signatureOf(wanted) === signatureOf(there);
}

function signatureOf(commands: readonly object[]): string {
  const written = commands.map((command) => JSON.stringify(plain({ type: SLASH_COMMAND, ...command })));
  return written.sort().join('\n');
}

/** Discord's spelling, without what is empty, in one order. */
function plain(node: unknown, isMap = false): unknown {
  if (Array.isArray(node)) return node.map((child) => plain(child));
  if (typeof node === 'bigint') return String(node);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    const field = isMap ? key : key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    if ((!isMap && !FIELDS.has(field)) || isEmpty(value)) return [];
    return [[field, plain(value, MAPS.has(field))] as const];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
