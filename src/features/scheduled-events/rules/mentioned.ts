/** What a text of Discord's names by an id alone. */
export const MENTION_KINDS = ['user', 'role', 'channel'] as const;
export type MentionKind = (typeof MENTION_KINDS)[number];

/** Somebody or something that a message names by its id, as people know it. */
export interface NamedMention {
  readonly kind: MentionKind;
  readonly id: string;
  readonly name: string;
}

const SIGNS: Readonly<Record<string, MentionKind>> = {
  '@': 'user',
  '@!': 'user',
  '@&': 'role',
  '#': 'channel',
};

/** The ids that a message names, each once. Custom emojis bring their names along. */
export function mentionedIn(message: object): Record<MentionKind, string[]> {
  const found: Record<MentionKind, Set<string>> = { user: new Set(), role: new Set(), channel: new Set() };
  for (const [, sign = '', id = ''] of JSON.stringify(message).matchAll(/<(@[!&]?|#)(\d{17,20})>/g)) {
    const kind = SIGNS[sign];
    if (kind !== undefined) found[kind].add(id);
  }
  return { user: [...found.user], role: [...found.role], channel: [...found.channel] };
}
