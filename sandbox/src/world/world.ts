import { join } from 'node:path';
import { GuildScheduledEventStatus, MessageFlags, SubscriptionStatus } from 'discord-api-types/v10';
import type {
  ActivityRecord,
  EntitlementRecord,
  LobbyMessageRecord,
  LobbyRecord,
  RoleConnectionRecord,
  SkuRecord,
  SkuSubscriptionRecord,
  UploadRecord,
} from './application-records.js';
import { Collection, GuildCollection, type Change } from './collection.js';
import type {
  AutoModerationRecord,
  InviteRecord,
  JoinRequestRecord,
  SoundRecord,
  StickerRecord,
  TemplateRecord,
} from './community-records.js';
import { FileStore, type Picture } from './files.js';
import { Journal } from './journal.js';
import type { CodeRecord, GrantRecord } from './oauth2-records.js';
import type {
  ApplicationRecord,
  AuditRecord,
  BanRecord,
  ChannelRecord,
  CommandPermissionRecord,
  CommandRecord,
  EmojiRecord,
  EventExceptionRecord,
  GuildRecord,
  MemberRecord,
  MessageRecord,
  RoleRecord,
  ScheduledEventRecord,
  SubscriptionRecord,
  UserRecord,
  WebhookRecord,
} from './records.js';
import type { StageInstanceRecord, VoiceStateRecord } from './voice-records.js';
import type { Clock } from './clock.js';
import { isSnowflake, SnowflakeFactory } from './snowflake.js';

const FINAL = [GuildScheduledEventStatus.Completed, GuildScheduledEventStatus.Canceled];

/** Everything that Discord knows. Holds no rules: what may be done is decided above, in `rules/` and the doors. */
export class World {
  private journal: Journal | null = null;
  private readonly record = (change: Change): void => this.journal?.append(change);

  private readonly collections: Collection<never>[] = [];
  private readonly guildCollections: GuildCollection<never>[] = [];

  readonly snowflakes: SnowflakeFactory;
  /** Contents of pictures and attachments. */
  files = new FileStore();
  /** Where they can be fetched: the address of the CDN. */
  cdnUrl = '';

  readonly application = this.collection<ApplicationRecord>('application');
  readonly users = this.collection<UserRecord>('users');
  readonly guilds = this.collection<GuildRecord>('guilds');
  readonly roles = this.collection<RoleRecord>('roles');
  readonly members = this.collection<MemberRecord>('members');
  readonly channels = this.collection<ChannelRecord>('channels');
  readonly messages = this.collection<MessageRecord>('messages');
  readonly scheduledEvents = this.collection<ScheduledEventRecord>('scheduled_events');
  readonly subscriptions = this.collection<SubscriptionRecord>('subscriptions');
  readonly commands = this.collection<CommandRecord>('commands');
  readonly commandPermissions = this.collection<CommandPermissionRecord>('command_permissions');
  readonly eventExceptions = this.collection<EventExceptionRecord>('event_exceptions');
  readonly emojis = this.collection<EmojiRecord>('emojis');
  readonly voiceStates = this.collection<VoiceStateRecord>('voice_states');
  readonly stageInstances = this.collection<StageInstanceRecord>('stage_instances');
  readonly webhooks = this.collection<WebhookRecord>('webhooks');
  readonly bans = this.collection<BanRecord>('bans');
  readonly auditLog = this.collection<AuditRecord>('audit_log');
  readonly grants = this.collection<GrantRecord>('grants');
  readonly codes = this.collection<CodeRecord>('codes');
  readonly invites = this.guildCollection<InviteRecord>('invites');
  readonly stickers = this.guildCollection<StickerRecord>('stickers');
  readonly sounds = this.guildCollection<SoundRecord>('sounds');
  readonly autoModeration = this.guildCollection<AutoModerationRecord>('auto_moderation');
  readonly templates = this.guildCollection<TemplateRecord>('templates');
  readonly joinRequests = this.guildCollection<JoinRequestRecord>('join_requests');
  readonly skus = this.collection<SkuRecord>('skus');
  readonly entitlements = this.collection<EntitlementRecord>('entitlements');
  readonly skuSubscriptions = this.collection<SkuSubscriptionRecord>('sku_subscriptions');
  readonly activities = this.collection<ActivityRecord>('activities');
  readonly roleConnections = this.collection<RoleConnectionRecord>('role_connections');
  readonly uploads = this.collection<UploadRecord>('uploads');
  readonly lobbies = this.collection<LobbyRecord>('lobbies');
  readonly lobbyMessages = this.collection<LobbyMessageRecord>('lobby_messages');

  readonly rolesByGuild = this.roles.index((r) => r.guild_id);
  readonly membersByGuild = this.members.index((m) => m.guild_id);
  readonly membersByUser = this.members.index((m) => m.user_id);
  readonly channelsByGuild = this.channels.index((c) => c.guild_id);
  readonly dmChannels = this.channels.index((c) => c.recipient_id);
  readonly messagesByChannel = this.messages.index((m) => m.channel_id);
  readonly messagesByNonce = this.messages.index((m) =>
    m.nonce === null ? null : `${m.author_id}:${m.nonce}`,
  );
  readonly eventsByGuild = this.scheduledEvents.index((e) => e.guild_id);
  /** One group, `live`: the events that time can still change. */
  readonly liveEvents = this.scheduledEvents.index((e) => (FINAL.includes(e.status) ? null : 'live'));
  readonly subscriptionsByEvent = this.subscriptions.index((s) => s.event_id);
  readonly exceptionsByEvent = this.eventExceptions.index((e) => e.event_id);
  /** One group, `active`: the threads that time can still archive. */
  readonly activeThreads = this.channels.index((c) => (c.thread && !c.thread.archived ? 'active' : null));
  readonly pinsByChannel = this.messages.index((m) => (m.pinned ? m.channel_id : null));
  /** Emojis of a guild; the application's own under an empty key. */
  readonly emojisByOwner = this.emojis.index((e) => e.guild_id ?? '');
  readonly voiceByGuild = this.voiceStates.index((v) => v.guild_id);
  readonly voiceByChannel = this.voiceStates.index((v) => v.channel_id);
  readonly stagesByGuild = this.stageInstances.index((s) => s.guild_id);
  readonly stagesByChannel = this.stageInstances.index((s) => s.channel_id);
  readonly webhooksByChannel = this.webhooks.index((w) => w.channel_id);
  readonly webhooksByGuild = this.webhooks.index((w) => w.guild_id);
  readonly followersByChannel = this.webhooks.index((w) => w.source?.channel_id ?? null);
  /** What was published to other channels, by the original. */
  readonly crossposts = this.messages.index((m) =>
    m.flags & MessageFlags.IsCrosspost ? (m.message_reference?.message_id ?? null) : null,
  );
  readonly bansByGuild = this.bans.index((b) => b.guild_id);
  readonly commandPermissionsByGuild = this.commandPermissions.index((p) => p.guild_id);
  readonly auditByGuild = this.auditLog.index((a) => a.guild_id);
  /** One group, `open`: the messages whose polls time can still end. */
  readonly openPolls = this.messages.index((m) => (m.poll && !m.poll.is_finalized ? 'open' : null));
  /** One group, `running`: the subscriptions that time can still renew or end. */
  readonly runningSubscriptions = this.skuSubscriptions.index((s) =>
    s.status === SubscriptionStatus.Inactive ? null : 'running',
  );
  readonly messagesByLobby = this.lobbyMessages.index((m) => m.lobby_id);
  /** Provisional accounts, by what the application calls them. */
  readonly usersByExternalId = this.users.index((u) => u.external_user_id ?? null);
  readonly grantsByRefreshToken = this.grants.index((g) => g.refresh_token);

  constructor(readonly clock: Clock) {
    this.snowflakes = new SnowflakeFactory(clock);
  }

  private collection<T extends { id: string }>(name: string): Collection<T> {
    const made = new Collection<T>(name, this.record);
    this.collections.push(made as unknown as Collection<never>);
    return made;
  }

  private guildCollection<T extends { id: string; guild_id: string }>(name: string): GuildCollection<T> {
    const made = new GuildCollection<T>(name, this.record);
    this.collections.push(made as unknown as Collection<never>);
    this.guildCollections.push(made as unknown as GuildCollection<never>);
    return made;
  }

  /** Remembers the world in a folder: loads what is there, and journals every change from now on. */
  persistIn(folder: string): void {
    this.files = new FileStore(join(folder, 'files'));
    const byName = new Map(this.collections.map((c) => [c.name, c]));
    this.journal = Journal.open(
      folder,
      (change) => this.replay(change, byName),
      () => this.snapshot(),
    );
  }

  private replay(change: Change, byName: Map<string, Collection<never>>): void {
    if (change[0] === 'clear') {
      this.emptyAll();
      return;
    }
    const collection = byName.get(change[1]);
    if (!collection) return;
    if (change[0] === 'del') {
      collection.unload(change[2]);
      return;
    }
    collection.load(change[2] as never);
    if (isSnowflake(change[2].id)) this.snowflakes.observe(change[2].id);
  }

  /** Stores a record in the collection of that name; one that is not known here is passed over. */
  putInto(name: string, record: { id: string }): void {
    const collection = this.collections.find((one) => one.name === name);
    collection?.put(record as never);
    if (isSnowflake(record.id)) this.snowflakes.observe(record.id);
  }

  /** Everything that it holds, as the changes that would bring it there. */
  *snapshot(): Iterable<Change> {
    for (const collection of this.collections) {
      for (const record of collection.values()) yield ['put', collection.name, record];
    }
  }

  /** Forgets what the collections of guilds' own things hold of one guild. */
  forgetGuild(guildId: string): void {
    for (const collection of this.guildCollections) collection.deleteOf(guildId);
  }

  private emptyAll(): void {
    for (const collection of this.collections) {
      if (collection.name !== 'application') collection.empty();
    }
  }

  /** Forgets everything but the application itself (its id, token and keys). */
  clear(): void {
    this.emptyAll();
    this.files.clear();
    this.record(['clear']);
  }

  /** The application and its secrets, as they are now. It is made at the start and never removed. */
  get ownApplication(): ApplicationRecord {
    const record = this.application.get('application');
    if (!record) throw new Error('there is no application yet');
    return record;
  }

  /** Keeps the pictures of an accepted body. */
  keepPictures(pictures: readonly Picture[]): void {
    for (const { hash, bytes } of pictures) this.files.put(hash, bytes);
  }

  close(): void {
    this.journal?.close();
    this.journal = null;
  }

  /** The time, ISO 8601 in Discord's form. */
  now(): string {
    return isoTime(this.clock());
  }
}

/** A time in Discord's own form: microseconds, left out of a whole second, and an explicit offset. */
export function isoTime(millis: number): string {
  const iso = new Date(millis).toISOString();
  return iso.endsWith('.000Z') ? `${iso.slice(0, -5)}+00:00` : `${iso.slice(0, -1)}000+00:00`;
}

/** Id of a membership. */
export function memberId(guildId: string, userId: string): string {
  return `${guildId}:${userId}`;
}
