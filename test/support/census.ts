import { createConnection, type Connection } from 'mongoose';
import type { DiscordGuild, TestDiscord, TestGuild } from './discord.js';

/** What must be so of an event when everything has come to rest: what was answered last, or not answered at all. */
export interface Expected {
  readonly id: string;
  /** Any of these: the last one that was acknowledged, and those whose answer was lost. */
  readonly titles: readonly string[];
  readonly states: readonly string[];
  /** Discord ids of members whose seat or place was confirmed to them; those who may have one are neither here nor absent. */
  readonly members: ReadonlySet<string>;
}

/** What is there when everything has come to rest. In order: 1, 1, 0, 0, 0. */
export interface Census {
  /** The different numbers of live scheduled events that (event, server) pairs of open events have. */
  readonly live_events: readonly number[];
  /** The different numbers of signup messages that they have. */
  readonly messages: readonly number[];
  readonly out_of_step: readonly string[];
  readonly stuck_jobs: readonly string[];
  readonly lost_writes: readonly string[];
}

export const ALL_WELL: Census = {
  live_events: [1],
  messages: [1],
  out_of_step: [],
  stuck_jobs: [],
  lost_writes: [],
};

interface StoredEvent {
  readonly _id: string;
  readonly title: string;
  readonly state: string;
  readonly roster: readonly { readonly user_id: string; readonly status: string }[];
}

interface Shown {
  readonly titles: string[];
  readonly live: number;
  readonly messages: string[];
}

/** Counts what the database and Discord hold. */
export async function takeCensus(
  mongodbUri: string,
  discord: TestDiscord,
  guilds: readonly TestGuild[],
  expected: readonly Expected[],
): Promise<Census> {
  const connection = await createConnection(mongodbUri, { serverSelectionTimeoutMS: 2_000 }).asPromise();
  try {
    const events = await storedEvents(connection, expected);
    const servers = await Promise.all(guilds.map(({ id }) => discord.read(id)));
    const pairs = events.flatMap((event) =>
      servers.map((server) => ({ event, server, shown: shownOf(server, event) })),
    );
    const open = pairs.filter(({ event }) => isOpen(event));
    return {
      live_events: distinct(open.map(({ shown }) => shown.live)),
      messages: distinct(open.map(({ shown }) => shown.messages.length)),
      out_of_step: [
        ...pairs.flatMap(({ event, server, shown }) => differences(event, server, shown)),
        ...(await unsyncedMirrors(connection)),
      ],
      stuck_jobs: await unfinishedJobs(connection),
      lost_writes: await lostWrites(connection, events, expected),
    };
  } finally {
    await connection.close();
  }
}

async function storedEvents(connection: Connection, expected: readonly Expected[]): Promise<StoredEvent[]> {
  const ids = expected.map(({ id }) => id);
  return connection
    .collection<StoredEvent>('events')
    .find({ _id: { $in: ids } })
    .toArray();
}

const isOpen = ({ state }: StoredEvent): boolean => state === 'published' || state === 'active';

function shownOf({ scheduled_events, channels }: DiscordGuild, { _id }: StoredEvent): Shown {
  const events = scheduled_events.filter(({ description }) => description?.includes(_id));
  const messages = channels
    .flatMap(({ messages: all }) => all)
    .filter(({ components }) => JSON.stringify(components).includes(_id));
  const live = events.filter(({ status }) => status < 3);
  return {
    titles: live.map(({ name }) => name),
    live: live.length,
    messages: messages.map(({ embeds }) => embeds[0]?.title ?? ''),
  };
}

/** How a pair differs from its event, beyond the numbers. */
function differences(event: StoredEvent, { id }: DiscordGuild, { titles, live, messages }: Shown): string[] {
  const where = `${event.title} on ${id}`;
  const closed = !isOpen(event) && (live > 0 || messages.length > 1);
  const wrong = [...titles, ...messages].filter((title) => !title.includes(event.title));
  return [
    ...(closed
      ? [`${where}: ${event.state}, ${String(live)} live, ${String(messages.length)} messages`]
      : []),
    ...wrong.map((title) => `${where}: shows ${title}`),
  ];
}

async function unsyncedMirrors(connection: Connection): Promise<string[]> {
  const mirrors = await connection
    .collection('discord_events')
    .find({
      $or: [
        { sync_state: { $ne: 'synced' } },
        { $expr: { $lt: ['$confirmed_revision', '$wanted_revision'] } },
      ],
    })
    .toArray();
  return mirrors.map(({ event_id, guild_id, sync_state, last_error }) =>
    [event_id, guild_id, sync_state, last_error].map(String).join(' '),
  );
}

async function unfinishedJobs(connection: Connection): Promise<string[]> {
  const jobs = await connection
    .collection('discord_jobs')
    .find({ status: { $in: ['pending', 'processing'] } })
    .toArray();
  return jobs.map(({ job_type, status, error_message }) =>
    [job_type, status, error_message].map(String).join(' '),
  );
}

async function lostWrites(
  connection: Connection,
  events: readonly StoredEvent[],
  expected: readonly Expected[],
): Promise<string[]> {
  const people = await connection
    .collection<{ _id: string; discord_id: string }>('users')
    .find({}, { projection: { discord_id: 1 } })
    .toArray();
  const discordIds = new Map(people.map(({ _id, discord_id }) => [_id, discord_id]));
  return expected.flatMap(({ id, titles, states, members }) => {
    const event = events.find(({ _id }) => _id === id);
    if (event === undefined) return [`${id} is gone`];
    const there = event.roster
      .filter(({ status }) => status !== 'withdrawn')
      .map(({ user_id }) => discordIds.get(user_id));
    return [
      ...(titles.includes(event.title) ? [] : [`title ${event.title}, and not ${titles.join(' or ')}`]),
      ...(states.includes(event.state)
        ? []
        : [`${event.title} is ${event.state}, and not ${states.join(' or ')}`]),
      ...[...members]
        .filter((member) => !there.includes(member))
        .map((member) => `${event.title} lost ${member}`),
    ];
  });
}

const distinct = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);
