import type { MessageRecord } from '../world/records.js';
import { compareSnowflakes } from '../world/snowflake.js';
import type { World } from '../world/world.js';
import { requireUser } from '../shapes/user.js';
import { hasWords } from './word-search.js';

/** What a search asks for: each name may be there several times. */
export type SearchQuery = Readonly<Record<string, string | string[] | undefined>>;

type Test = (world: World, message: MessageRecord, wanted: string) => boolean;

const LINK = /https?:\/\/([^\s/?#>]+)/gi;

/** What `has` and `-has` look for. */
const HAS: Readonly<Record<string, (message: MessageRecord) => boolean>> = {
  link: (message) => hostsIn(message.content).length > 0,
  embed: (message) => message.embeds.length > 0,
  file: (message) => message.attachments.length > 0,
  image: (message) => hasFile(message, 'image/'),
  video: (message) => hasFile(message, 'video/'),
  sound: (message) => hasFile(message, 'audio/'),
  sticker: (message) => (message.sticker_ids ?? []).length > 0,
  poll: (message) => message.poll !== undefined,
  snapshot: (message) => message.snapshots !== undefined,
};

/** Filters of which any of the values will do. */
const ANY: Readonly<Record<string, Test>> = {
  author_id: (_, message, id) => message.author_id === id,
  author_type: (world, message, type) => negatable(type, (bare) => authorType(world, message) === bare),
  mentions: (_, message, id) => message.mentions.includes(id),
  mentions_role_id: (_, message, id) => message.mention_roles.includes(id),
  replied_to_message_id: (_, message, id) => message.message_reference?.message_id === id,
  replied_to_user_id: (world, message, id) =>
    world.messages.get(message.message_reference?.message_id ?? '')?.author_id === id,
  channel_id: (_, message, id) => message.channel_id === id,
  link_hostname: (_, message, host) => hostsIn(message.content).includes(host.toLowerCase()),
  embed_provider: (_, message, name) => message.embeds.some((embed) => embed.provider?.name === name),
  embed_type: (_, message, type) => message.embeds.some((embed) => (embed.type as string) === type),
  attachment_filename: (_, message, name) => message.attachments.some((file) => file.filename.includes(name)),
  attachment_extension: (_, message, ending) =>
    message.attachments.some((file) => file.filename.toLowerCase().endsWith(`.${ending.toLowerCase()}`)),
};

/** Filters that must all hold. */
const EVERY: Readonly<Record<string, Test>> = {
  has: (_, message, what) => negatable(what, (bare) => HAS[bare]?.(message) ?? false),
  pinned: (_, message, wanted) => message.pinned === isYes(wanted),
  mention_everyone: (_, message, wanted) => message.mention_everyone === isYes(wanted),
  min_id: (_, message, id) => compareSnowflakes(message.id, id) > 0,
  max_id: (_, message, id) => compareSnowflakes(message.id, id) < 0,
};

/** Whether a message is what a search asks for. `slop`: how far the words of its content may stand apart. */
export function isFound(world: World, message: MessageRecord, query: SearchQuery, slop: number): boolean {
  const values = (name: string): string[] => [query[name] ?? []].flat();
  const any = Object.entries(ANY).every(([name, test]) => {
    const wanted = values(name);
    return wanted.length === 0 || wanted.some((value) => test(world, message, value));
  });
  return (
    any &&
    values('content').every((text) => hasWords(message.content, text, slop)) &&
    Object.entries(EVERY).every(([name, test]) => values(name).every((value) => test(world, message, value)))
  );
}

function negatable(value: string, test: (bare: string) => boolean): boolean {
  return value.startsWith('-') ? !test(value.slice(1)) : test(value);
}

function authorType(world: World, message: MessageRecord): string {
  if (message.webhook_author) return 'webhook';
  return requireUser(world, message.author_id).bot ? 'bot' : 'user';
}

function hostsIn(text: string): string[] {
  return [...text.matchAll(LINK)].map((found) => (found[1] ?? '').toLowerCase());
}

function hasFile({ attachments }: MessageRecord, type: string): boolean {
  return attachments.some((file) => file.content_type.startsWith(type));
}

function isYes(value: string): boolean {
  return value === 'true' || value === '1' || value === 'True';
}
