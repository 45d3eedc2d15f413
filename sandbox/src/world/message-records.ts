import type {
  APIEmbed,
  APIMessageInteractionMetadata,
  APIMessageReference,
  APIMessageTopLevelComponent,
  APIPollMedia,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';

/** A message. Ephemeral ones are kept too, with the only user who sees them in `reader_id`. */
export interface MessageRecord {
  id: string;
  channel_id: string;
  guild_id: string | null;
  author_id: string;
  webhook_id: string | null;
  application_id: string | null;
  type: MessageType;
  content: string;
  timestamp: string;
  edited_timestamp: string | null;
  tts: boolean;
  mention_everyone: boolean;
  /** Users and roles that are pinged, after `allowed_mentions`. */
  mentions: string[];
  mention_roles: string[];
  attachments: AttachmentRecord[];
  embeds: APIEmbed[];
  /** What its links show. */
  link_embeds?: APIEmbed[];
  components: APIMessageTopLevelComponent[];
  flags: MessageFlags;
  pinned: boolean;
  nonce: string | number | null;
  interaction_metadata: APIMessageInteractionMetadata | null;
  message_reference: APIMessageReference | null;
  reader_id: string | null;
  /** Under which name a webhook wrote it. */
  webhook_author?: { username: string; avatar: string | null };
  /** When it was pinned, ISO 8601. */
  pinned_at?: string;
  sticker_ids?: string[];
  poll?: PollRecord;
  /** Of a forwarded message: the original as it was. */
  snapshots?: SnapshotRecord[];
  reactions: { emoji: string; user_ids: string[] }[];
}

/** A poll of a message, and who voted for what. */
export interface PollRecord {
  question: string;
  answers: { answer_id: number; poll_media: APIPollMedia; voter_ids: string[] }[];
  allow_multiselect: boolean;
  /** When it ends, ISO 8601. */
  expiry: string;
  is_finalized: boolean;
}

/** What a forward keeps of the original. */
export type SnapshotRecord = Pick<
  MessageRecord,
  | 'type'
  | 'content'
  | 'mentions'
  | 'mention_roles'
  | 'attachments'
  | 'embeds'
  | 'components'
  | 'timestamp'
  | 'edited_timestamp'
  | 'flags'
> & { channel_id: string };

/** A file of a message; its contents are kept under its id. */
export interface AttachmentRecord {
  id: string;
  filename: string;
  size: number;
  content_type: string;
  description?: string;
}
