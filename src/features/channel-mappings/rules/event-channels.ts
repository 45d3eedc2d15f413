import { truncate } from '../../../common/text.js';
import type { Event } from '../../events/rules/event.js';
import type { ChannelLayout } from '../../guilds/rules/guild.js';
import { holdsSeat, type RosterEntry } from '../../events/rules/roster.js';

/** Discord's types of the channels that are made. */
export const CHANNEL_TYPE = { category: 4, text: 0, voice: 2, thread: 12 } as const;
export type ChannelKind = keyof typeof CHANNEL_TYPE;

/** A channel that an event is to have on a server. */
export interface PlannedChannel {
  /** What it is for: `category`, `text`, `thread`, `voice`, or `voice:` and the id of a role of the event. */
  readonly key: string;
  readonly kind: ChannelKind;
  readonly name: string;
}

/** A channel that was made, or whose making was begun. */
export interface MadeChannel extends PlannedChannel {
  /** `null` while it is not known whether Discord has it. */
  readonly channel_id: string | null;
  /** The channels that the server had before: a create with an unknown outcome is told from them. */
  readonly known_ids: readonly string[];
  /** Of a thread: whom we let in, and whom we perhaps let in, by Discord's ids. */
  readonly member_ids?: readonly string[];
  readonly adding_ids?: readonly string[];
}

/** How an event's channels stand. `pending`: nothing was made yet. */
export const CHANNEL_STATES = ['pending', 'open', 'archived', 'deleted'] as const;
export type ChannelState = (typeof CHANNEL_STATES)[number];

/** The channels of one event on one server. */
export interface ChannelMapping {
  readonly id: string;
  readonly guild_id: string;
  readonly event_id: string;
  readonly org_id: string;
  /** What staff chose for this event; `null` where the server's setting decides. */
  readonly wanted: boolean | null;
  readonly state: ChannelState;
  readonly channels: readonly MadeChannel[];
  /** Who is in the voice channels, by Discord's ids of channel and member. */
  readonly present: readonly { readonly channel_id: string; readonly discord_id: string }[];
  readonly last_error: string | null;
  readonly archived_at: Date | null;
  /** When something is to be done without a change of the event: a voice channel to be emptied, all of it to be deleted. */
  readonly due_at: Date | null;
  /** When the channels are deleted; `null` for never. */
  readonly delete_at: Date | null;
  readonly created_at: Date;
}

/** A channel as Discord has it. */
export interface FoundChannel {
  readonly id: string;
  readonly type: number;
  readonly name: string;
  readonly parent_id: string | null;
  readonly overwrites: readonly Overwrite[];
}

/** What a channel allows and denies to a role (0) or a member (1). */
export interface Overwrite {
  readonly id: string;
  readonly type: 0 | 1;
  readonly allow: bigint;
  readonly deny: bigint;
}

/** Discord's limits: channels in a category, a channel's name, overwrites of a channel. */
const IN_CATEGORY = 50;
const NAME = 100;
const OVERWRITES = 1_000;
/** Room for what people allow to roles by hand. */
const OVERWRITES_OF_PEOPLE = 50;

const DAY_MS = 86_400_000;

const VIEW = 1n << 10n;
const SEND = 1n << 11n;
const REACT = 1n << 6n;
const THREADS = (1n << 35n) | (1n << 36n) | (1n << 38n);
const CONNECT = 1n << 20n;
const MANAGE = 1n << 4n;

/** The layout that was begun for an event; `null` before that. Another setting of the server does not change it. */
export function layoutOf(channels: readonly PlannedChannel[]): ChannelLayout | null {
  if (channels.length === 0) return null;
  const has = (kind: ChannelKind): boolean => channels.some((channel) => channel.kind === kind);
  return has('thread') ? 'thread' : has('category') ? 'category' : 'text';
}

/** The thread of an event. */
export function plannedThread({ title }: Pick<Event, 'title'>): PlannedChannel {
  return { key: 'thread', kind: 'thread', name: truncate(title, NAME) };
}

/** A text channel named after the event; or a category with one, and a voice channel for each squad: each role of the event, or all. */
export function plannedChannels(
  { title, roles }: Pick<Event, 'title' | 'roles'>,
  layout: Exclude<ChannelLayout, 'thread'>,
  names: { readonly text: string; readonly voice: string },
): PlannedChannel[] {
  if (layout === 'text') return [{ key: 'text', kind: 'text', name: truncate(title, NAME) }];
  const squads = roles.map(({ id, name }) => ({
    key: `voice:${id}`,
    kind: 'voice' as const,
    name: truncate(name, NAME),
  }));
  const voices = squads.length === 0 ? [{ key: 'voice', kind: 'voice' as const, name: names.voice }] : squads;
  return [
    { key: 'category', kind: 'category', name: truncate(title, NAME) },
    { key: 'text', kind: 'text', name: names.text },
    ...voices.slice(0, IN_CATEGORY - 1),
  ];
}

/** The channel that a create with an unknown outcome has made: of the same kind, name and category, and new since. */
export function foundAgain(
  { kind, name, known_ids }: MadeChannel,
  parentId: string | null,
  channels: readonly FoundChannel[],
): FoundChannel | undefined {
  return channels.find(
    (channel) =>
      channel.type === CHANNEL_TYPE[kind] &&
      lettersOf(channel.name) === lettersOf(name) &&
      channel.parent_id === parentId &&
      !known_ids.includes(channel.id),
  );
}

/** What Discord leaves of a name: that of a text channel gets small letters, and hyphens for what lies between words. */
function lettersOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** When an event's channels were archived, and when they are deleted. @param keptDays how long they stay; `null` for ever */
export function retentionOf(
  { archived_at }: Pick<ChannelMapping, 'archived_at'>,
  keptDays: number | null,
): { readonly archivedAt: Date; readonly deleteAt: Date | null; readonly isTime: boolean } {
  const archivedAt = archived_at ?? new Date();
  const deleteAt = keptDays === null ? null : new Date(archivedAt.getTime() + keptDays * DAY_MS);
  return { archivedAt, deleteAt, isTime: deleteAt !== null && deleteAt.getTime() <= Date.now() };
}

/** Who can enter an event's channels. */
export interface Access {
  /** The server's id, which is also the role that everybody has. */
  readonly guildId: string;
  readonly botId: string;
  /** Discord's ids of the staff, then of those with a seat: the first ones count where there are too many. */
  readonly memberIds: readonly string[];
  /** What the bot may do on the server: it can allow and deny nothing else. */
  readonly held: bigint;
  /** Whether the event is over: what is there can be read, and no more. */
  readonly isOver: boolean;
}

/** What channels allow: the bot, the staff and those with a seat see them, others do not; once the event is over, they read. */
export function overwritesOf({ guildId, botId, memberIds, held, isOver }: Access): Overwrite[] {
  const bot: Overwrite = { id: botId, type: 1, allow: (VIEW | MANAGE | SEND | CONNECT) & held, deny: 0n };
  const closed = isOver ? SEND | REACT | THREADS | CONNECT : 0n;
  const everyone: Overwrite = { id: guildId, type: 0, allow: 0n, deny: (VIEW | closed) & held };
  const most = OVERWRITES - OVERWRITES_OF_PEOPLE - 2;
  const members = [...new Set(memberIds)].filter((id) => id !== botId).slice(0, most);
  return [everyone, bot, ...members.map((id): Overwrite => ({ id, type: 1, allow: VIEW & held, deny: 0n }))];
}

/** What a channel is to have: what is wanted, and what people allow or deny to other roles there. */
export function mergedOverwrites(wanted: readonly Overwrite[], has: readonly Overwrite[]): Overwrite[] {
  const byHand = has.filter(({ id, type }) => type === 0 && !wanted.some((one) => one.id === id));
  return [...wanted, ...byHand];
}

/** Whether two channels allow and deny the same, in any order. */
export function sameOverwrites(some: readonly Overwrite[], others: readonly Overwrite[]): boolean {
  const keysOf = (all: readonly Overwrite[]) =>
    all.map(({ id, type, allow, deny }) => [id, type, allow, deny].join('/')).sort();
  return keysOf(some).join() === keysOf(others).join();
}

/** The people with a seat, in order of their entries. */
export function seatedIds(roster: readonly Pick<RosterEntry, 'user_id' | 'status'>[]): string[] {
  return roster.filter(({ status }) => holdsSeat(status)).map(({ user_id }) => user_id);
}
