/**
 * Each pattern takes time in proportion to the line: what may be long starts only where such a run of characters
 * starts (the lookbehinds), and never repeats inside a repetition.
 */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '[email]'],
  // JSON Web Tokens.
  [/(?<![\w-])eyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]'],
  // Bot tokens of Discord: the id, the time and the proof.
  [/(?<![\w-])[\w-]{18,}\.[\w-]{6}\.[\w-]{27,}/g, '[token]'],
  // After the header's name anything is a credential; elsewhere only what is too long for a word ("Bot notified").
  [/(authorization[\\"' ]*[:=][\\"' ]*(?:Bearer|Bot|Basic) +)[^\s\\"',]+/gi, '$1[token]'],
  [/\b(Bearer|Bot|Basic) +[\w~+/.-]{20,}=*/g, '$1 [token]'],
  // The token in the addresses of Discord's interaction answers and webhooks.
  [/\/(webhooks|interactions)\/(\d+)\/[\w.-]{20,}/g, '/$1/$2/[token]'],
  // Passwords in database addresses.
  [/(?<!\w)(\w+:\/\/)[^\s/@"]+@/g, '$1[credentials]@'],
  // Where a database's socket lies on this machine, also as an address spells it.
  [/(?<![^\s"'])[^\s"']*\.sock\b/g, '[socket]'],
];

/** Shorter ones are placeholders; taking them out would spoil every line. */
const SHORTEST = 8;

/**
 * Makes the function that takes secrets, tokens and emails out of a log line.
 * @param secrets values that must never appear, whatever stands around them
 */
export function scrubber(secrets: readonly string[]): (line: string) => string {
  // As they stand inside JSON; the longest first, so that no part of one is left over.
  const escaped = secrets
    .filter((secret) => secret.length >= SHORTEST)
    .map((secret) => JSON.stringify(secret).slice(1, -1))
    .sort((a, b) => b.length - a.length);
  return (line) => {
    let clean = line;
    for (const secret of escaped) clean = clean.replaceAll(secret, '[secret]');
    for (const [pattern, replacement] of PATTERNS) clean = clean.replace(pattern, replacement);
    return clean;
  };
}
