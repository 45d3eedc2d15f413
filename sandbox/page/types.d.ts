/** What the page knows, in Discord's own shapes reduced to the fields that it reads. */

import type { TargetedEvent } from 'preact';
import type { Component, Embed, Emoji, ScheduledEvent, Snowflake } from 'discord-view/types';

export type { Component, Embed, Emoji, ScheduledEvent, SelectOption, Snowflake } from 'discord-view/types';

export type InputChange = TargetedEvent<HTMLInputElement>;
export type SelectChange = TargetedEvent<HTMLSelectElement>;
export type FormSubmit = TargetedEvent<HTMLFormElement>;

export interface User {
  id: Snowflake;
  username: string;
  global_name: string | null;
  avatar?: string | null;
  bot?: boolean;
  locale?: string;
  status?: string;
}

export interface Role {
  id: Snowflake;
  name: string;
  color: number;
  position: number;
  hoist: boolean;
  mentionable?: boolean;
}

export interface Member {
  user: User;
  nick?: string | null;
  roles: Snowflake[];
}

export interface Channel {
  id: Snowflake;
  type: number;
  name?: string | null;
  topic?: string | null;
  position?: number;
  parent_id?: Snowflake | null;
  guild_id?: Snowflake | null;
  thread_metadata?: { archived: boolean; locked?: boolean; archive_timestamp?: string };
  /** Of a thread: who is in it, who started it, which tags it has. */
  member_ids?: Snowflake[];
  owner_id?: Snowflake;
  applied_tags?: Snowflake[];
  message_count?: number;
  last_message_id?: Snowflake | null;
  /** Of a forum. */
  available_tags?: Tag[];
  flags?: number;
  recipients?: User[];
}

/** A forum's tag; who may give a moderated one is up to the permissions. */
export interface Tag {
  id: Snowflake;
  name: string;
  moderated: boolean;
  emoji_id: Snowflake | null;
  emoji_name: string | null;
}

export interface Sticker {
  id: Snowflake;
  name: string;
  format_type: number;
}

export interface Poll {
  question: { text?: string };
  answers: { answer_id: number; poll_media: { text?: string; emoji?: Emoji } }[];
  expiry: string | null;
  allow_multiselect: boolean;
  results?: { is_finalized: boolean };
}

/** `user_ids`: who reacted. */
export interface Reaction {
  count: number;
  emoji: Emoji;
  user_ids?: Snowflake[];
}

export interface Attachment {
  id: Snowflake;
  filename: string;
  size: number;
  url: string;
  content_type?: string;
  description?: string;
}

/** `votes`: who voted, by answer. */
export interface Message {
  id: Snowflake;
  channel_id: Snowflake;
  guild_id?: Snowflake;
  author: User;
  content: string;
  timestamp: string;
  edited_timestamp: string | null;
  type: number;
  flags?: number;
  embeds: Embed[];
  components?: Component[];
  attachments: Attachment[];
  mentions: User[];
  mention_roles: Snowflake[];
  mention_everyone: boolean;
  pinned: boolean;
  reactions?: Reaction[];
  interaction_metadata?: { user: User; name?: string; type: number };
  message_reference?: { type?: number; message_id?: Snowflake; channel_id?: Snowflake; guild_id?: Snowflake };
  message_snapshots?: { message: Snapshot }[];
  sticker_items?: Sticker[];
  poll?: Poll;
  votes?: Record<number, Snowflake[]>;
  referenced_message?: Message | null;
  thread?: Channel;
}

/** What is kept of a message that was forwarded. */
export type Snapshot = Omit<Message, 'id' | 'channel_id' | 'author' | 'pinned' | 'mention_everyone'>;

export interface CommandOption {
  type: number;
  name: string;
  name_localizations?: Record<string, string> | null;
  description: string;
  description_localizations?: Record<string, string> | null;
  required?: boolean;
  choices?: { name: string; name_localizations?: Record<string, string> | null; value: string | number }[];
  options?: CommandOption[];
  autocomplete?: boolean;
  min_value?: number;
  max_value?: number;
  min_length?: number;
  max_length?: number;
  channel_types?: number[];
}

export interface Command extends Omit<CommandOption, 'type'> {
  id: Snowflake;
  type?: number;
  guild_id?: Snowflake;
}

/** A command or subcommand that a member can type, flattened. */
export interface CommandLine {
  id: Snowflake;
  /** `event show`, as the API knows it. */
  path: string[];
  /** `event show`, in the member's language. */
  title: string;
  description: string;
  options: CommandOption[];
}

export interface RequestEntry {
  seq: number;
  at: string;
  method: string;
  path: string;
  query: string;
  route: string | null;
  status: number;
  ms: number;
  faults: string[];
  answer_faults: string[];
  user_agent: string | null;
  body: unknown;
  error: { code: number; message: string } | null;
  rate_limit: { bucket: string; limit: number; remaining: number; reset_after: number } | null;
}

export interface Fault {
  id?: number;
  method?: string;
  path?: string;
  status?: number;
  code?: number;
  retry_after?: number;
  latency_ms?: number;
  drop?: 'before' | 'after';
  times?: number;
  probability?: number;
}

/** What a control call answers about an interaction. */
export interface Outcome {
  interaction_id: Snowflake;
  ack_ms: number | null;
  type: number | null;
  data: unknown;
  failed: string | null;
}

export interface Modal {
  interaction_id: Snowflake;
  custom_id: string;
  title: string;
  components: Component[];
}

/** What the composer writes besides a new message. */
export interface Draft {
  kind: 'reply' | 'edit';
  message: Message;
}

/** The server on show. Messages are by channel, oldest first; ephemeral ones lie apart. */
export interface Guild {
  id: Snowflake;
  name: string;
  channels: Channel[];
  roles: Role[];
  members: Member[];
  emojis: Emoji[];
  stickers: Sticker[];
  scheduled_events: ScheduledEvent[];
  /** In which voice channel people are. */
  voice: Record<Snowflake, Snowflake>;
  /** Whose microphone is off. */
  muted: Record<Snowflake, boolean>;
  /** Who is interested in which event. */
  interested: Record<Snowflake, Snowflake[]>;
}

export interface Ephemeral {
  reader_id: Snowflake;
  message: Message;
}

/** What the page is shown of everything, of one server, and of somebody's direct messages; true up to the signal `seq`. */
export interface Overview {
  seq: number;
  bot: User | null;
  guilds: { id: Snowflake; name: string }[];
  users: Record<Snowflake, User>;
}

export interface GuildSnapshot {
  seq: number;
  guild: Guild;
  messages: Record<Snowflake, Message[]>;
  more: Record<Snowflake, boolean>;
  ephemerals: Ephemeral[];
}

export interface DmSnapshot {
  seq: number;
  channels: Channel[];
  commands: Command[];
  messages: Record<Snowflake, Message[]>;
  more: Record<Snowflake, boolean>;
}

/** What the member acted as may do, by channel, and command. */
export interface Access {
  channels: Record<Snowflake, { view: boolean; send: boolean }>;
  commands: Command[];
}

/** Discord's refusal, or the sandbox's own with `error`. */
export interface Refusal {
  message?: string;
  errors?: ErrorTree;
  error?: string;
}

/** Faults by the fields that they are in. */
export interface ErrorTree {
  _errors?: { message: string }[];
  [field: string]: ErrorTree | { message: string }[] | undefined;
}

interface InGuild {
  guild_id: Snowflake;
}
interface InChannel {
  channel_id: Snowflake;
}
interface OnMessage extends InChannel {
  message_id: Snowflake;
}
type Named = { id: Snowflake; name: string };
type OfRole = InGuild & { role: Role };
type Interest = InGuild & { guild_scheduled_event_id: Snowflake; user_id: Snowflake };
type Vote = OnMessage & { answer_id: number; user_id: Snowflake };

/** The gateway's dispatches that change what is on show, as far as they are read. */
export interface Dispatches {
  GUILD_CREATE: Named;
  GUILD_UPDATE: Named;
  GUILD_DELETE: { id: Snowflake };
  CHANNEL_CREATE: Channel;
  CHANNEL_UPDATE: Channel;
  CHANNEL_DELETE: Channel;
  THREAD_CREATE: Channel;
  THREAD_UPDATE: Channel;
  THREAD_DELETE: Channel;
  THREAD_MEMBERS_UPDATE: InGuild & {
    id: Snowflake;
    added_members?: { user_id: Snowflake }[];
    removed_member_ids?: Snowflake[];
  };
  GUILD_EMOJIS_UPDATE: InGuild & { emojis: Emoji[] };
  GUILD_STICKERS_UPDATE: InGuild & { stickers: Sticker[] };
  GUILD_ROLE_CREATE: OfRole;
  GUILD_ROLE_UPDATE: OfRole;
  GUILD_ROLE_DELETE: InGuild & { role_id: Snowflake };
  GUILD_MEMBER_ADD: InGuild & Member;
  GUILD_MEMBER_UPDATE: InGuild & Member;
  GUILD_MEMBER_REMOVE: InGuild & { user: User };
  GUILD_SCHEDULED_EVENT_CREATE: ScheduledEvent;
  GUILD_SCHEDULED_EVENT_UPDATE: ScheduledEvent;
  GUILD_SCHEDULED_EVENT_DELETE: ScheduledEvent;
  GUILD_SCHEDULED_EVENT_USER_ADD: Interest;
  GUILD_SCHEDULED_EVENT_USER_REMOVE: Interest;
  MESSAGE_CREATE: Message;
  MESSAGE_UPDATE: Message;
  MESSAGE_DELETE: InChannel & { id: Snowflake };
  MESSAGE_DELETE_BULK: InChannel & { ids: Snowflake[] };
  MESSAGE_REACTION_ADD: ReactionChange;
  MESSAGE_REACTION_REMOVE: ReactionChange;
  MESSAGE_REACTION_REMOVE_ALL: OnMessage;
  MESSAGE_REACTION_REMOVE_EMOJI: OnMessage & { emoji: Emoji };
  MESSAGE_POLL_VOTE_ADD: Vote;
  MESSAGE_POLL_VOTE_REMOVE: Vote;
  PRESENCE_UPDATE: { user: { id: Snowflake }; status: string };
  VOICE_STATE_UPDATE: InGuild & {
    user_id: Snowflake;
    channel_id: Snowflake | null;
    self_mute: boolean;
    mute: boolean;
  };
}

export type ReactionChange = OnMessage & { emoji: Emoji; user_id: Snowflake };

/** How a dispatch changes the state: its changed parts. */
export type Reducer<Data> = (state: State, d: Data) => Partial<State>;

export interface Signal {
  kind: 'dispatch' | 'ephemeral' | 'interaction' | 'request' | 'reset';
  t?: string;
  d?: Record<string, unknown>;
  guild_id?: Snowflake | null;
  action?: 'create' | 'update' | 'delete';
  reader_id?: Snowflake;
  message?: Message;
  request?: RequestEntry;
}

/** What is open over the page, one at a time; its parts are the store's, so that it stays true. */
export type Dialog =
  | { kind: 'reactions' | 'votes' | 'forward'; channel_id: Snowflake; message_id: Snowflake }
  | { kind: 'new-thread'; channel_id: Snowflake; message_id?: Snowflake }
  | { kind: 'threads' | 'pins'; channel_id: Snowflake }
  | { kind: 'new-event' | 'new-server' };

export type Aside = 'members' | 'requests' | 'faults';

/** Where the viewer stands. `guild` is `@me` for direct messages; `channel` is `events` for the events panel. */
export interface Place {
  guild: Snowflake | '@me' | null;
  channel: Snowflake | 'events' | null;
}

export interface State {
  status: 'connecting' | 'live' | 'lost';
  bot: User | null;
  guilds: { id: Snowflake; name: string }[];
  users: Record<Snowflake, User>;
  guild: Guild | null;
  place: Place;
  me: Snowflake | null;
  messages: Record<Snowflake, Message[]>;
  /** Channels whose older messages were not loaded. */
  more: Record<Snowflake, boolean>;
  ephemerals: Ephemeral[];
  /** Direct-message channels of the member acted as. */
  dms: Channel[];
  /** Commands that the member acted as may use: in the server on show, and in direct messages. */
  commands: Command[];
  dmCommands: Command[];
  /** What the member acted as may do, by channel. */
  access: Record<Snowflake, { view: boolean; send: boolean }>;
  modal: Modal | null;
  dialog: Dialog | null;
  /** The message that is being answered or edited. */
  draft: Draft | null;
  /** Components that wait for the bot, as `<message>/<custom_id>`. */
  pending: Record<string, boolean>;
  /** Why the last interaction failed, by message or channel. */
  failures: Record<Snowflake, string>;
  unread: Record<Snowflake, number>;
  requests: RequestEntry[];
  faults: Fault[];
  /** What the form for faults is to be filled with. */
  faultDraft: Fault | null;
  aside: Aside | null;
  drawer: boolean;
  notice: string;
  theme: 'light' | 'dark';
}
