import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { DiscordError, refuse } from '../errors.js';
import { readImage } from '../validation/image.js';
import type { Reader } from '../validation/reader.js';
import type { EmojiRecord } from '../world/records.js';
import { toSnowflake } from '../world/snowflake.js';
import type { World } from '../world/world.js';

/** Emojis of a server without boosts, of each kind (still and animated); and of an application. */
const IN_GUILD = 50;
const OF_APPLICATION = 2_000;
const LARGEST_IMAGE = 256 * 1024;

/** One emoji of Unicode: the flag `v` knows those of several code points. */
const UNICODE = new RegExp('^(\\p{RGI_Emoji}|\\p{Regional_Indicator})$', 'v');
/** Emoji that are shown as text unless U+FE0F follows. */
const TEXT_BY_DEFAULT = /(?!\p{Emoji_Presentation})\p{Emoji}(?!\p{Emoji_Modifier})/gu;

/** Whether a text is one emoji of Unicode. Discord takes them with or without U+FE0F. */
function isUnicodeEmoji(text: string): boolean {
  return (
    UNICODE.test(text) || UNICODE.test(text.replaceAll('\ufe0f', '').replace(TEXT_BY_DEFAULT, '$&\ufe0f'))
  );
}

/** An emoji in a component: of Unicode by its name alone. */
export interface ComponentEmoji {
  id?: string;
  name: string;
  animated?: boolean;
}

/** Reads `emoji` of a button or option. Discord has one code for all that it refuses, in options as in buttons. */
export function readComponentEmoji(world: World, reader: Reader): ComponentEmoji | undefined {
  const emoji = reader.object('emoji', { nullable: true });
  if (!emoji) return undefined;
  const given = emoji.raw('id') ?? null;
  if (given !== null) {
    const known = world.emojis.get(toSnowflake(given) ?? '');
    if (known) return { id: known.id, name: known.name, ...(known.animated ? { animated: true } : {}) };
    emoji.fault('id', 'BUTTON_COMPONENT_INVALID_EMOJI', 'Invalid emoji');
    return undefined;
  }
  const name = emoji.raw('name');
  if (typeof name === 'string' && isUnicodeEmoji(name)) return { name };
  emoji.fault('name', 'BUTTON_COMPONENT_INVALID_EMOJI', 'Invalid emoji');
  return undefined;
}

/** An emoji as it stands in a path, in the form in which reactions are kept: the character, or `name:id`. 10014 for no emoji. */
export function readReactionEmoji(world: World, text: string): string {
  const id = /^(?:a:)?\w+:(\d+)$/.exec(text)?.[1];
  const known = id === undefined ? undefined : world.emojis.get(id);
  if (known) return `${known.name}:${known.id}`;
  // In a path Discord answers 400 to it, elsewhere 404.
  if (id !== undefined || !isUnicodeEmoji(text)) throw new DiscordError(400, 10014, 'Unknown Emoji');
  return text;
}

/** Reads the body of a new emoji: its name and picture. */
export function readNewEmoji(body: Reader): Pick<EmojiRecord, 'name' | 'animated' | 'roles' | 'hash'> {
  const name = readName(body, true);
  const hash = readImage(body, 'image', true) ?? '';
  if (body.pictures.some(({ bytes }) => bytes.length > LARGEST_IMAGE))
    body.fault('image', 'BINARY_TYPE_MAX_SIZE', 'File cannot be larger than 256.0 kb.');
  const roles = body.snowflakes('roles') ?? [];
  body.issues.refuseIfAny();
  return { name: name ?? '', hash, animated: hash.startsWith('a_'), roles };
}

/** Reads the body of an emoji's edit. */
export function readEmojiChange(body: Reader): Partial<EmojiRecord> {
  const name = readName(body, false);
  const roles = body.snowflakes('roles');
  body.issues.refuseIfAny();
  return { ...(name === undefined ? {} : { name }), ...(roles ? { roles } : {}) };
}

function readName(body: Reader, required: boolean): string | undefined {
  const name = body.string('name', { required, min: 2, max: 32 }) ?? undefined;
  if (name === undefined || /^\w+$/.test(name)) return name;
  body.fault('name', 'STRING_TYPE_REGEX', 'String value did not match validation regex.');
  return undefined;
}

/** Refuses (30008) a further emoji past the limit of its server, for each kind, or of the application. */
export function checkEmojiCount(world: World, owner: EmojiRecord['guild_id'], animated: boolean): void {
  const all = world.emojisByOwner.of(owner ?? '');
  const count = owner === null ? all.length : all.filter((emoji) => emoji.animated === animated).length;
  if (count >= (owner === null ? OF_APPLICATION : IN_GUILD)) throw refuse(30008);
}

/** What is needed to change an emoji: less for one's own. */
export function emojiPermission(emoji: EmojiRecord, userId: string): bigint {
  return emoji.user_id === userId ? P.CreateGuildExpressions : P.ManageGuildExpressions;
}
