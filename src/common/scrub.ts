const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '[email]'],
  // JSON Web Tokens.
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]'],
  [/\b(Bearer|Bot) +[\w.~+/-]{8,}=*/g, '$1 [token]'],
  // The token in the addresses of Discord's interaction answers and webhooks.
  [/\/(webhooks|interactions)\/(\d+)\/[\w.-]{20,}/g, '/$1/$2/[token]'],
  // Passwords in database addresses.
  [/(\w+:\/\/)[^\s/@"]+@/g, '$1[credentials]@'],
];

/** Shorter ones are placeholders; taking them out would spoil every line. */
const SHORTEST = 8;

/**
 * Makes the function that takes secrets, tokens and emails out of a log line.
 * @param secrets values that must never appear, whatever stands around them
 */
export function scrubber(secrets: readonly string[]): (line: string) => string {
  // As they stand inside JSON; the longest first, lest a part of one be left over.
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
