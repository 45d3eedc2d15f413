import { z } from 'zod';
import { job, type JobPolicy, type Schedule, trigger } from './kinds.js';
import type { JobType } from './rules/job.js';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

const DISCORD_CALL: JobPolicy = {
  queue: 'verselink',
  maxRetries: 8,
  backoffMs: SECOND_MS,
  maxBackoffMs: MINUTE_MS,
};

/** Thirteen tries within a day or so: half a minute after the first, nine hours before the last. */
const WEBHOOK: JobPolicy = {
  queue: 'verselink-webhooks',
  maxRetries: 12,
  backoffMs: 30 * SECOND_MS,
  maxBackoffMs: 9 * HOUR_MS,
};

/** The bot may be away for hours: tried about once a minute for five of them, and by the sweep after that. */
const BOT_CALL: JobPolicy = {
  queue: 'verselink',
  maxRetries: 300,
  backoffMs: SECOND_MS,
  maxBackoffMs: MINUTE_MS,
};

const mirror = job({
  payload: z.object({ event_id: z.string(), guild_id: z.string() }),
  policy: DISCORD_CALL,
  dedupe: ['mirror', 'event_id', 'guild_id'],
});

const channels = job({
  payload: z.object({ event_id: z.string(), guild_id: z.string() }),
  policy: DISCORD_CALL,
  dedupe: ['channels', 'event_id', 'guild_id'],
});

const delivery = job({
  payload: z.object({ event_id: z.string(), guild_id: z.string().nullish(), delivery_id: z.string() }),
  policy: BOT_CALL,
  dedupe: ['notice', 'delivery_id'],
});

/**
 * Every kind of job that is done: what it needs, how it is tried, and when another one is needless. A kind that is missing
 * here cannot be enqueued; one that is here and has no method marked `@HandlesJob` stops the worker's boot. `event_id` and
 * `guild_id` of a payload are also what admins filter by.
 */
export const JOBS = {
  create_discord_event: mirror,
  update_discord_event: mirror,
  delete_discord_event: mirror,
  create_channels: channels,
  archive_channels: channels,
  /**
   * Make roles match what they stand for: a member's with their plan (`discord_id` alone), everybody's on a server with their
   * seats in an event (`event_id`, `guild_id`), a member's there with all their seats (`discord_id`, `guild_id`).
   */
  manage_roles: job({
    payload: z.object({
      discord_id: z.string().optional(),
      event_id: z.string().nullish(),
      guild_id: z.string().nullish(),
    }),
    policy: BOT_CALL,
    dedupe: ['roles', 'discord_id', 'event_id', 'guild_id'],
  }),
  /** Tell a member of a change of their plan (`plan_change_id`), or of an event (`delivery_id`). */
  notify_user: job({
    payload: z.object({
      plan_change_id: z.string().optional(),
      event_id: z.string().nullish(),
      guild_id: z.string().nullish(),
      delivery_id: z.string().optional(),
    }),
    policy: BOT_CALL,
    dedupe: ['notify', 'plan_change_id', 'delivery_id'],
  }),
  /** Remind a channel or a person of an event. */
  reminder: delivery,
  /** Tell a channel or a person what the organizers write, or a channel what those in it could not be told directly. */
  announcement: delivery,
  bot_event: job({
    payload: z.object({ bot_event_id: z.string(), guild_id: z.string() }),
    policy: DISCORD_CALL,
    dedupe: ['bot_event', 'bot_event_id'],
  }),
  sync_attendees: job({
    payload: z.object({ event_id: z.string(), guild_id: z.string() }),
    policy: DISCORD_CALL,
    dedupe: ['sync_attendees', 'event_id', 'guild_id'],
  }),
  /** Free the seats of somebody who is no member any more, in events to come that are for members. */
  free_seats: job({
    payload: z.object({ org_id: z.string(), user_id: z.string() }),
    policy: BOT_CALL,
    dedupe: ['free_seats', 'org_id', 'user_id'],
  }),
  webhook_delivery: job({
    payload: z.object({ delivery_id: z.string() }),
    policy: WEBHOOK,
    dedupe: ['webhook_delivery', 'delivery_id'],
  }),
} as const satisfies Partial<Record<JobType, unknown>>;

/** A kind of job that can be enqueued. */
export type EnqueuedJobType = keyof typeof JOBS;
/** What a job of this kind needs. */
export type JobPayload<T extends EnqueuedJobType> = z.infer<(typeof JOBS)[T]['payload']>;

/**
 * Triggers are work without a row of its own, because the database itself says that it is due (a dirty event, a dirty server),
 * and a sweep finds it when the trigger is lost. These are set going by a change.
 */
export const TRIGGERS = {
  /** An event changed: make its mirrors due. */
  mirror_event: trigger({ payload: z.object({ event_id: z.string() }), id: 'event_id' }),
  /** A server was registered, edited or removed: make its mirrors due. */
  mirror_guild: trigger({ payload: z.object({ guild_id: z.string() }), id: 'guild_id' }),
  /** What stands for membership in an organization has changed: compare it with what Discord says. */
  compare_organization: trigger({ payload: z.object({ org_id: z.string() }), id: 'org_id' }),
  /** What roles stand for on a server changed: make the roles of everybody with a seat match. */
  match_guild_roles: trigger({ payload: z.object({ guild_id: z.string() }), id: 'guild_id' }),
  /** A server's settings changed, or something was mended there: try again what was refused of its events' channels. */
  retry_guild_channels: trigger({ payload: z.object({ guild_id: z.string() }), id: 'guild_id' }),
  /** Something happened on a server: compare what it shows. */
  read_back_guild: trigger({ payload: z.object({ guild_id: z.string() }), id: 'guild_id' }),
  /** Something changed on a server where Discord refuses something: see whether it is allowed now. */
  recheck_server: trigger({ payload: z.object({ guild_id: z.string() }), id: 'guild_id' }),
} as const;

/** What was lost is found, and a change made by hand on Discord is repaired, within a minute. */
const SWEEP = { everyMs: 10 * SECOND_MS, sweeps: true } as const;

/** Triggers that fire by the clock; they can be set going in between. */
export const SCHEDULES = {
  /** Pass on what the bot reported. */
  bot_events: SWEEP,
  /** Add up the days of the bot's reports that are over, and let old reports go. */
  count_bot_events: { everyMs: HOUR_MS },
  /** Ask Discord how many members the servers have. */
  count_members: { everyMs: HOUR_MS },
  /** Compare the memberships that Discord roles stand for with what Discord says; for about four hours while it is away. */
  compare_memberships: { everyMs: 24 * HOUR_MS, retry: { attempts: 9, firstWaitMs: MINUTE_MS } },
  /** Compare members' roles with their plans; also after the gateway connects anew. */
  match_plan_roles: { everyMs: 24 * HOUR_MS, retry: { attempts: 9, firstWaitMs: MINUTE_MS } },
  /** Compare members' roles with their seats in events; also after the gateway connects anew. */
  match_event_roles: { everyMs: 24 * HOUR_MS, retry: { attempts: 9, firstWaitMs: MINUTE_MS } },
  /** Compare what servers show with what they are known to show; also after the gateway connects anew. */
  read_back: { everyMs: 5 * MINUTE_MS },
  /** See whether what Discord refuses on servers is allowed by now. */
  recheck_servers: { everyMs: MINUTE_MS },
  /** See whether the other half of VerseLink is well. */
  watch_bot: { everyMs: MINUTE_MS },
  /** Start and end events by the clock. */
  sweep_events: SWEEP,
  /** See whether people who left came back, and free their seats if not. */
  sweep_departures: { everyMs: MINUTE_MS, sweeps: true },
  /** Find who left while no one heard of it; also after the gateway connects anew. */
  find_departures: { everyMs: 6 * HOUR_MS },
  /** Make the events of series whose turn has come. */
  sweep_series: { everyMs: MINUTE_MS, sweeps: true },
  /** Let old rosters say no more who was there. */
  forget_rosters: { everyMs: 24 * HOUR_MS },
  /** Let old figures say no more who came. */
  forget_attendance: { everyMs: 24 * HOUR_MS },
  /** Let old payouts say no more who got what. */
  forget_payouts: { everyMs: 24 * HOUR_MS },
  /** End erasures of accounts that were begun. */
  sweep_erasures: SWEEP,
  /** Find events' channels that time alone archives or deletes. */
  sweep_channels: { everyMs: MINUTE_MS, sweeps: true },
  /** Find dirty events and servers, and mirrors that lag behind. */
  sweep_mirrors: SWEEP,
  /** Remind of events whose time has come, and tell members what is due. */
  sweep_notices: SWEEP,
  /** Find deliveries without a job. */
  sweep_webhooks: SWEEP,
  /** Find payments and changes of plan of which something remains to be done, and members who may have joined since. */
  sweep_plans: SWEEP,
  /** Tell staff who asks to join their organization. */
  tell_join_requests: SWEEP,
  /** Find job rows that the queue has lost. */
  sweep_jobs: SWEEP,
} as const satisfies Record<string, Schedule>;

export type TriggerName = keyof typeof TRIGGERS;
export type ScheduleName = keyof typeof SCHEDULES;
/** What a trigger tells its handler; nothing when it fires by the clock. */
export type TriggerPayload<N extends TriggerName | ScheduleName> = N extends TriggerName
  ? z.infer<(typeof TRIGGERS)[N]['payload']>
  : Readonly<Record<string, never>>;
