import { createHash } from 'node:crypto';
import { PermissionFlagsBits as P, StickerFormatType } from 'discord-api-types/v10';
import { refuse } from '../errors.js';
import { standardSticker } from '../shapes/expressions.js';
import { imageType } from '../validation/image.js';
import type { Reader } from '../validation/reader.js';
import { filesOf } from '../validation/uploads.js';
import type { SoundRecord, StickerRecord } from '../world/community-records.js';
import type { GuildRecord } from '../world/records.js';
import type { World } from '../world/world.js';
import { boostTier } from '../shapes/boosts.js';

/** How many a server may have, by its boost tier. */
const STICKERS = [5, 15, 30, 60];
const SOUNDS = [8, 24, 36, 48];
const LARGEST_FILE = 512 * 1024;
const IN_MESSAGE = 3;
const SOUND = /^data:audio\/(?:mpeg|mp3|ogg);base64,([A-Za-z0-9+/=\s]+)$/;

/** What is needed to change an expression: less for one's own. */
export function expressionPermission(made: { user_id: string }, userId: string): bigint {
  return made.user_id === userId ? P.CreateGuildExpressions : P.ManageGuildExpressions;
}

type StickerFields = Pick<StickerRecord, 'name' | 'tags' | 'description'>;

/** Reads the form of a new sticker: its texts and its file. */
export function readNewSticker(body: Reader): StickerFields & Pick<StickerRecord, 'format_type' | 'hash'> {
  const texts = readStickerTexts(body, true);
  const file = filesOf(body)[0];
  if (!file) body.fault('file', 'BASE_TYPE_REQUIRED', 'This field is required');
  else if (file.bytes.length > LARGEST_FILE)
    body.fault('file', 'BINARY_TYPE_MAX_SIZE', 'File cannot be larger than 512.0 kb.');
  body.issues.refuseIfAny();
  const bytes = file?.bytes ?? Buffer.alloc(0);
  const format = formatOf(bytes);
  // Lottie animations are for partnered and verified servers alone, of which there are none here.
  if (format === null) throw refuse(50046);
  const hash = createHash('md5').update(bytes).digest('hex');
  body.pictures.push({ hash, bytes });
  const { name = '', tags = '', description = null } = texts;
  return { name, tags, description, format_type: format, hash };
}

/** Reads the body of a sticker's edit: only the fields it names. */
export function readStickerChange(body: Reader): Partial<StickerFields> {
  const texts = readStickerTexts(body, false);
  body.issues.refuseIfAny();
  return texts;
}

function readStickerTexts(body: Reader, required: boolean): Partial<StickerFields> {
  const name = body.string('name', { required, min: 2, max: 30 });
  const tags = body.string('tags', { required, min: 1, max: 200 });
  const description = body.string('description', { nullable: true, max: 100 });
  return {
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof tags === 'string' ? { tags } : {}),
    ...(description === undefined ? {} : { description: description === '' ? null : description }),
  };
}

function formatOf(bytes: Buffer): StickerFormatType | null {
  const type = imageType(bytes);
  if (type === 'image/gif') return StickerFormatType.GIF;
  if (type !== 'image/png') return null;
  return bytes.includes('acTL') ? StickerFormatType.APNG : StickerFormatType.PNG;
}

/** Refuses (30039) a further sticker past what the server's boosts allow. */
export function checkStickerCount(world: World, guild: GuildRecord): void {
  const limit = STICKERS[boostTier(guild)] ?? 0;
  if (world.stickers.byGuild.count(guild.id) >= limit) throw refuse(30039);
}

/** Reads which stickers a message carries: the server's own, or those that everybody has. */
export function readStickerIds(world: World, body: Reader, guildId: string | null): string[] {
  const ids = body.snowflakes('sticker_ids', { max: IN_MESSAGE }) ?? [];
  const usable = (id: string): boolean =>
    standardSticker(id) !== undefined || (guildId !== null && world.stickers.get(id)?.guild_id === guildId);
  if (!ids.every(usable)) throw refuse(50081);
  return ids;
}

type SoundFields = Pick<SoundRecord, 'name' | 'volume' | 'emoji_id' | 'emoji_name'>;

/** Reads the body of a new sound. How long it lasts is not measured: Discord takes 5.2 seconds at most. */
export function readNewSound(body: Reader): SoundFields & Pick<SoundRecord, 'hash'> {
  const fields = readSoundFields(body, true);
  const data = SOUND.exec(body.string('sound', { required: true }) ?? '')?.[1];
  const bytes = Buffer.from(data ?? '', 'base64');
  if (body.has('sound') && bytes.length === 0) body.fault('sound', 'BASE_TYPE_INVALID', 'Invalid sound data');
  if (bytes.length > LARGEST_FILE)
    body.fault('sound', 'BINARY_TYPE_MAX_SIZE', 'File cannot be larger than 512.0 kb.');
  body.issues.refuseIfAny();
  const hash = createHash('md5').update(bytes).digest('hex');
  body.pictures.push({ hash, bytes });
  return { name: '', volume: 1, emoji_id: null, emoji_name: null, ...fields, hash };
}

/** Reads the body of a sound's edit: only the fields it names. */
export function readSoundChange(body: Reader): Partial<SoundFields> {
  const fields = readSoundFields(body, false);
  body.issues.refuseIfAny();
  return fields;
}

function readSoundFields(body: Reader, required: boolean): Partial<SoundFields> {
  const name = body.string('name', { required, min: 2, max: 32 });
  const volume = body.raw('volume') ?? (body.has('volume') ? 1 : undefined);
  if (volume !== undefined && !(typeof volume === 'number' && volume >= 0 && volume <= 1))
    body.fault('volume', 'NUMBER_TYPE_MAX', 'float value should be between 0.0 and 1.0.');
  const emojiId = body.snowflake('emoji_id', { nullable: true });
  const emojiName = body.string('emoji_name', { nullable: true, max: 32 });
  return {
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof volume === 'number' ? { volume } : {}),
    ...(emojiId === undefined ? {} : { emoji_id: emojiId }),
    ...(emojiName === undefined ? {} : { emoji_name: emojiName }),
  };
}

/** Refuses (30045) a further sound past what the server's boosts allow. */
export function checkSoundCount(world: World, guild: GuildRecord): void {
  const limit = SOUNDS[boostTier(guild)] ?? 0;
  if (world.sounds.byGuild.count(guild.id) >= limit) throw refuse(30045);
}
