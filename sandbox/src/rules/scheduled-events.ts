import {
  ChannelType,
  GuildScheduledEventEntityType as Entity,
  GuildScheduledEventPrivacyLevel,
  GuildScheduledEventStatus as Status,
  PermissionFlagsBits as P,
} from 'discord-api-types/v10';
import { type DiscordError, refuse } from '../errors.js';
import { readImage } from '../validation/image.js';
import type { Reader } from '../validation/reader.js';
import type { GuildRecord, ScheduledEventRecord } from '../world/records.js';
import { isoTime, type World } from '../world/world.js';
import { demand } from './access.js';
import { channelPermissions, guildPermissions } from './permissions.js';
import { readRecurrence } from './recurrence.js';

/** Live events a guild may have. */
const LIVE_EVENT_LIMIT = 100;
const FIVE_YEARS_MS = 5 * 366 * 86_400_000;

const MOVES: Record<Status, readonly Status[]> = {
  [Status.Scheduled]: [Status.Active, Status.Canceled],
  [Status.Active]: [Status.Completed],
  [Status.Completed]: [],
  [Status.Canceled]: [],
};

type Fields = Omit<ScheduledEventRecord, 'id' | 'guild_id' | 'creator_id' | 'entity_id'>;

/** Reads the body of a create. All faults are told at once (50035). */
export function readNewEvent(world: World, guild: GuildRecord, body: Reader): Fields {
  const entityType = body.integer('entity_type', { required: true, choices: [1, 2, 3] }) as
    Entity | undefined;
  body.integer('privacy_level', { required: true, choices: [GuildScheduledEventPrivacyLevel.GuildOnly] });
  const name = body.string('name', { required: true, min: 1, max: 100 });
  const description = body.string('description', { nullable: true, max: 1000 });
  const start = body.time('scheduled_start_time', { required: true });
  const end = body.time('scheduled_end_time', { nullable: true });
  const image = readImage(body, 'image');
  const recurrenceRule = readRecurrence(body);
  const metadata = readMetadata(body);
  const channelId = body.snowflake('channel_id', { nullable: true }) ?? null;
  if (entityType === Entity.External) {
    if (!metadata) body.fault('entity_metadata', 'BASE_TYPE_REQUIRED', 'This field is required');
    if (end === undefined || end === null) requireEnd(body);
    if (channelId !== null)
      body.fault('channel_id', 'CHANNEL_ID_UNSUPPORTED', 'Channel id is not supported.');
  } else if (entityType !== undefined) {
    if (channelId === null) body.fault('channel_id', 'BASE_TYPE_REQUIRED', 'This field is required');
    if (metadata) unsupportedMetadata(body);
  }
  checkTimes(world, body, start ?? undefined, end ?? undefined);
  body.issues.refuseIfAny();
  const fields: Fields = {
    channel_id: channelId,
    name: name ?? '',
    description: description === '' ? null : (description ?? null),
    image: image ?? null,
    scheduled_start_time: isoSeconds(start ?? 0),
    scheduled_end_time: end === undefined || end === null ? null : isoSeconds(end),
    privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
    status: Status.Scheduled,
    entity_type: entityType ?? Entity.External,
    entity_metadata: metadata ?? null,
    recurrence_rule: recurrenceRule ?? null,
  };
  checkChannel(world, guild, fields);
  return fields;
}

/** Reads the body of an edit against the event as it is: what comes out is the event as it shall be. */
export function readEventChange(
  world: World,
  event: ScheduledEventRecord,
  body: Reader,
): ScheduledEventRecord {
  const status = body.integer('status', { nullable: true, choices: [1, 2, 3, 4] }) as
    Status | null | undefined;
  if (MOVES[event.status].length === 0) throw refuse(180000);
  const name = body.string('name', { min: 1, max: 100 });
  const description = body.string('description', { nullable: true, max: 1000 });
  body.integer('privacy_level', { choices: [GuildScheduledEventPrivacyLevel.GuildOnly] });
  const type = body.integer('entity_type', { nullable: true, choices: [1, 2, 3] }) as
    Entity | null | undefined;
  const start = body.time('scheduled_start_time');
  const end = body.time('scheduled_end_time', { nullable: true });
  const image = readImage(body, 'image');
  const recurrence = readRecurrence(body);
  const metadata = readMetadata(body);
  const channel = body.snowflake('channel_id', { nullable: true });
  if (start !== undefined && start !== null && event.status === Status.Active) {
    body.fault(
      'scheduled_start_time',
      'GUILD_SCHEDULED_EVENT_INVALID_START_BY_STATUS',
      'Cannot update start time of an active event.',
    );
  }
  const next: ScheduledEventRecord = {
    ...event,
    name: name ?? event.name,
    description: description === undefined ? event.description : description === '' ? null : description,
    entity_type: type ?? event.entity_type,
    scheduled_start_time: typeof start === 'number' ? isoSeconds(start) : event.scheduled_start_time,
    scheduled_end_time: end === undefined ? event.scheduled_end_time : end === null ? null : isoSeconds(end),
    image: image === undefined ? event.image : image,
    recurrence_rule: recurrence === undefined ? event.recurrence_rule : recurrence,
    entity_metadata: metadata === undefined ? event.entity_metadata : metadata,
    channel_id: channel === undefined ? event.channel_id : channel,
    status: status ?? event.status,
  };
  checkEntity(body, event, next);
  const endChanged = typeof end === 'number' ? end : undefined;
  checkTimes(
    world,
    body,
    event.status === Status.Active ? undefined : (start ?? undefined),
    endChanged,
    next,
  );
  if (status && status !== event.status && !MOVES[event.status].includes(status)) {
    body.fault(
      'status',
      'GUILD_SCHEDULED_EVENT_INVALID_STATUS',
      'Invalid guild scheduled event status transition.',
    );
  }
  body.issues.refuseIfAny();
  return next;
}

/** Consistency of the type with its channel, metadata and end; a change of type must bring all three. */
function checkEntity(body: Reader, event: ScheduledEventRecord, next: ScheduledEventRecord): void {
  if (next.entity_type !== Entity.External) {
    if (next.channel_id === null) body.fault('channel_id', 'BASE_TYPE_REQUIRED', 'This field is required');
    if (body.object('entity_metadata', { nullable: true })) unsupportedMetadata(body);
    next.entity_metadata = null;
    return;
  }
  const turned = event.entity_type !== Entity.External;
  if (turned && !body.has('channel_id'))
    body.fault('channel_id', 'BASE_TYPE_REQUIRED', 'This field is required');
  else if (next.channel_id !== null)
    body.fault('channel_id', 'CHANNEL_ID_UNSUPPORTED', 'Channel id is not supported.');
  if (!next.entity_metadata) body.fault('entity_metadata', 'BASE_TYPE_REQUIRED', 'This field is required');
  if (next.scheduled_end_time === null || (turned && !body.has('scheduled_end_time'))) requireEnd(body);
}

function requireEnd(body: Reader): void {
  body.fault('scheduled_end_time', 'BASE_TYPE_REQUIRED', 'This field is required');
}

function unsupportedMetadata(body: Reader): void {
  body.fault(
    'entity_metadata',
    'GUILD_SCHEDULED_EVENT_ENTITY_METADATA_UNSUPPORTED',
    'Entity metadata is not supported for this entity type.',
  );
}

function readMetadata(body: Reader): { location: string } | null | undefined {
  const metadata = body.object('entity_metadata', { nullable: true });
  if (metadata === undefined || metadata === null) return metadata;
  const needed = body.raw('entity_type') === Entity.External;
  const location = metadata.string('location', { required: needed, min: 1, max: 100 });
  return typeof location === 'string' ? { location } : null;
}

function checkTimes(
  world: World,
  body: Reader,
  start: number | undefined,
  end: number | undefined,
  next?: ScheduledEventRecord,
): void {
  const now = world.clock();
  if (start !== undefined && start <= now) {
    body.fault(
      'scheduled_start_time',
      'GUILD_SCHEDULED_EVENT_SCHEDULE_PAST',
      'Cannot schedule event in the past.',
    );
  }
  for (const [field, time] of Object.entries({ scheduled_start_time: start, scheduled_end_time: end })) {
    if (time !== undefined && time > now + FIVE_YEARS_MS) {
      body.fault(
        field,
        'GUILD_SCHEDULED_EVENT_SCHEDULE_TOO_FAR',
        'Cannot schedule event that far in the future.',
      );
    }
  }
  const from = start ?? (next ? Date.parse(next.scheduled_start_time) : undefined);
  const until = end ?? (next?.scheduled_end_time ? Date.parse(next.scheduled_end_time) : undefined);
  const changed = start !== undefined || end !== undefined;
  if (changed && from !== undefined && until !== undefined && until <= from) {
    body.fault(
      'scheduled_end_time',
      'GUILD_SCHEDULED_EVENT_INVALID_END_TIME',
      'Cannot schedule event with end time before start time.',
    );
  } else if (end !== undefined && end <= now) {
    body.fault(
      'scheduled_end_time',
      'GUILD_SCHEDULED_EVENT_SCHEDULE_PAST',
      'Cannot schedule event in the past.',
    );
  }
}

/** The channel of a stage or voice event must be of the guild and of that kind. */
export function checkChannel(
  world: World,
  guild: GuildRecord,
  event: Pick<Fields, 'channel_id' | 'entity_type'>,
): void {
  if (event.channel_id === null) return;
  const channel = world.channels.get(event.channel_id);
  if (channel?.guild_id !== guild.id) throw refuse(10003);
  const wanted = event.entity_type === Entity.Voice ? ChannelType.GuildVoice : ChannelType.GuildStageVoice;
  if (channel.type !== wanted) throw refuse(50024);
}

/** Who may create an event of this kind, or, with `existing`, change it. Refuses with 50013 (50001 for a hidden channel). */
export function checkEventPermissions(
  world: World,
  guild: GuildRecord,
  userId: string,
  event: Pick<Fields, 'channel_id' | 'entity_type'>,
  existing?: ScheduledEventRecord,
): void {
  const inGuild = guildPermissions(world, guild, userId);
  const channel = event.channel_id === null ? undefined : world.channels.get(event.channel_id);
  const has = channel ? channelPermissions(world, channel, userId) : inGuild;
  const manages = (has & P.ManageEvents) !== 0n;
  if (!existing) demand(has, P.CreateEvents);
  else if (!manages && (existing.creator_id !== userId || !(has & P.CreateEvents))) throw refuse(50013);
  if (!channel) return;
  if (!(has & P.ViewChannel)) throw refuse(50001);
  if (event.entity_type === Entity.Voice) demand(has, P.Connect);
  if (event.entity_type === Entity.StageInstance)
    demand(has, P.ManageChannels | P.MuteMembers | P.MoveMembers);
}

/** Refuses a further live event past the guild's limit. */
export function checkEventCount(liveEvents: number): void {
  if (liveEvents >= LIVE_EVENT_LIMIT) throw refuse(30038);
}

/** What an edit may not do to the kind of an event that runs. */
export function checkTypeChange(
  event: ScheduledEventRecord,
  next: ScheduledEventRecord,
): DiscordError | null {
  return event.status === Status.Active && event.entity_type !== next.entity_type ? refuse(50091) : null;
}

function isoSeconds(millis: number): string {
  return isoTime(millis).replace('.000000', '');
}
