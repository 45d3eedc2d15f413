import {
  StickerFormatType,
  StickerType,
  type APISoundboardSound,
  type APISticker,
  type APIStickerItem,
  type APIStickerPack,
} from 'discord-api-types/v10';
import type { SoundRecord, StickerRecord } from '../world/community-records.js';
import type { World } from '../world/world.js';
import { requireUser, userShape } from './user.js';

/** A sticker of a server in Discord's own form. `withUser`: for those who may manage it. */
export function stickerShape(world: World, sticker: StickerRecord, withUser = false): APISticker {
  return {
    id: sticker.id,
    name: sticker.name,
    tags: sticker.tags,
    type: StickerType.Guild,
    format_type: sticker.format_type,
    description: sticker.description,
    available: true,
    guild_id: sticker.guild_id,
    ...(withUser ? { user: userShape(requireUser(world, sticker.user_id)) } : {}),
  };
}

/** A sound of a server's soundboard in Discord's own form. `withUser`: for those who may manage it. */
export function soundShape(world: World, sound: SoundRecord, withUser = false): APISoundboardSound {
  return {
    name: sound.name,
    sound_id: sound.id,
    volume: sound.volume,
    emoji_id: sound.emoji_id,
    emoji_name: sound.emoji_name,
    guild_id: sound.guild_id,
    available: true,
    ...(withUser ? { user: userShape(requireUser(world, sound.user_id)) } : {}),
  };
}

/** Sounds that every server has. Discord's documentation shows the first; what it calls the others is not told. */
export const DEFAULT_SOUNDS: APISoundboardSound[] = [
  ['quack', '🦆'],
  ['airhorn', '🔊'],
  ['cricket', '🦗'],
  ['golf clap', '👏'],
  ['sad horn', '🎺'],
  ['ba dum tss', '🥁'],
].map(([name = '', emoji = ''], i) => ({
  name,
  sound_id: String(i + 1),
  volume: 1,
  emoji_id: null,
  emoji_name: emoji,
  available: true,
}));

const PACK_ID = '847199849233514549';

/** The packs that everybody can use: of Discord's own the one that its documentation shows. */
export const STICKER_PACKS: APIStickerPack[] = [
  {
    id: PACK_ID,
    stickers: [
      {
        id: '749054660769218631',
        name: 'Wave',
        tags: 'wumpus, hello, sup, hi, oi, heyo, heya, yo, sup',
        type: StickerType.Standard,
        format_type: StickerFormatType.Lottie,
        description: 'Wumpus waves hello',
        pack_id: PACK_ID,
        sort_value: 12,
      },
    ],
    name: 'Wumpus Beyond',
    sku_id: '847199849233514547',
    cover_sticker_id: '749054660769218631',
    description: 'Say hello to Wumpus!',
    banner_asset_id: '761773777976819732',
  },
];

/** A sticker that everybody can use. */
export function standardSticker(id: string): APISticker | undefined {
  return STICKER_PACKS.flatMap((pack) => pack.stickers).find((sticker) => sticker.id === id);
}

/** The stickers of a message: those that are gone since leave no trace. */
export function stickerItems(world: World, ids: readonly string[]): APIStickerItem[] {
  return ids.flatMap((id) => {
    const found = world.stickers.get(id) ?? standardSticker(id);
    return found ? [{ id: found.id, name: found.name, format_type: found.format_type }] : [];
  });
}
