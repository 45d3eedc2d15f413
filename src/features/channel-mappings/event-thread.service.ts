import { Injectable } from '@nestjs/common';
import { DiscordFailure } from '../../common/discord-failure.js';
import { ThreadsApi } from '../../discord-api/threads.api.js';
import { PermanentFailure } from '../../queue/rules/outcome.js';
import type { EventWithRoster } from '../events/rules/event-record.js';
import type { Guild } from '../guilds/rules/guild.js';
import { ChannelAccess } from './channel-access.js';
import { ChannelMappingsRepository, type ClaimedMapping } from './channel-mappings.repository.js';
import { CHANGE_REASON } from './event-channels.service.js';
import { plannedThread, retentionOf, type MadeChannel } from './rules/event-channels.js';
import { threadChanges, threadFoundAgain, type FoundThread } from './rules/event-thread.js';

/** How many people are let in between two notes of how far it came. */
const AT_ONCE = 25;
/** Discord's code for a thread that takes no more members. */
const THREAD_FULL = 30033;

/** As `EventChannels`, for events that have a thread in the event channel instead. */
@Injectable()
export class EventThread {
  constructor(
    private readonly mappings: ChannelMappingsRepository,
    private readonly access: ChannelAccess,
    private readonly discord: ThreadsApi,
  ) {}

  /** Makes the thread, and lets exactly those in who are to be. One that was deleted by hand stays away. */
  async open(mapping: ClaimedMapping, event: EventWithRoster, guild: Guild): Promise<void> {
    const [known = { ...plannedThread(event), channel_id: null, known_ids: [] }] = mapping.channels;
    const id = known.channel_id ?? (await this.make(mapping, known, guild));
    const thread = { ...known, channel_id: id, known_ids: [] };
    if (known.channel_id === null) await this.mappings.save(mapping, { channels: [thread], state: 'open' });
    const found = await this.discord.find(id);
    if (found !== null) await this.admit(mapping, thread, found, await this.access.memberIds(event));
  }

  /**
   * Archives and locks it, and deletes it when its time has come.
   * @param keptDays how long it stays after the event; `null` for ever
   */
  async close(
    mapping: ClaimedMapping,
    _event: EventWithRoster | null,
    keptDays: number | null,
  ): Promise<void> {
    const found = await this.find(mapping);
    const { archivedAt, deleteAt, isTime } = retentionOf(mapping, keptDays);
    if (found !== null && isTime) await unlessGone(this.discord.delete(found.id, CHANGE_REASON));
    else if (found !== null) await this.lock(found);
    const isGone = found === null || isTime;
    const [thread] = mapping.channels;
    await this.mappings.save(mapping, {
      // Who is in it matters no more.
      channels: isGone || thread === undefined ? [] : [{ ...withoutMembers(thread), channel_id: found.id }],
      state: isGone ? 'deleted' : 'archived',
      archived_at: archivedAt,
      delete_at: deleteAt,
      due_at: isGone ? null : deleteAt,
    });
  }

  /**
   * What is tried is written down first, so that a create whose answer is lost is found again and not repeated.
   * @returns Discord's id of the thread
   */
  private async make(mapping: ClaimedMapping, wanted: MadeChannel, guild: Guild): Promise<string> {
    const { guild_id, event_channel_id: parentId } = guild;
    const isTried = mapping.channels.length > 0;
    const active = await this.discord.listActive(guild_id);
    const lost = isTried ? threadFoundAgain(wanted, null, active) : undefined;
    if (lost !== undefined) return lost.id;
    if (parentId === null) throw new PermanentFailure('The server has no event channel for threads.');
    const trying = isTried ? wanted : { ...wanted, known_ids: active.map(({ id }) => id) };
    await this.mappings.save(mapping, { channels: [trying] });
    try {
      return await this.discord.create(parentId, wanted.name, CHANGE_REASON);
    } catch (error) {
      if (error instanceof DiscordFailure && !error.outcomeUnknown)
        await this.mappings.save(mapping, { channels: [] });
      throw error;
    }
  }

  /**
   * Only whom we let in has to go, and of whom it is not known whether they came in is noted first. Who is not on the server counts as
   * let in until they join it, so that they are not tried again with each change. Who finds no room is tried with the next one.
   */
  private async admit(
    mapping: ClaimedMapping,
    thread: MadeChannel,
    { id, archived }: FoundThread,
    wantedIds: readonly string[],
  ): Promise<void> {
    const { kept, added, removed } = threadChanges(thread, wantedIds);
    if (added.length + removed.length === 0) return;
    // Discord archives it when no one writes for a week, and takes no members then.
    if (archived) await this.discord.change(id, { archived: false }, CHANGE_REASON);
    for (const memberId of removed) await unlessGone(this.discord.removeMember(id, memberId));
    const inside = [...kept];
    let isFull = false;
    for (let from = 0; from < added.length && !isFull; from += AT_ONCE) {
      const adding = added.slice(from, from + AT_ONCE);
      const members = { member_ids: [...inside], adding_ids: adding };
      await this.mappings.save(mapping, { channels: [{ ...thread, ...members }] });
      const entered = await this.letIn(id, adding);
      inside.push(...entered);
      isFull = entered.length < adding.length;
    }
    await this.mappings.save(mapping, { channels: [{ ...thread, member_ids: inside, adding_ids: [] }] });
  }

  /** @returns who needs not be tried again: all of them, or fewer when there is no room for more */
  private async letIn(threadId: string, memberIds: readonly string[]): Promise<string[]> {
    const entered: string[] = [];
    for (const memberId of memberIds) {
      try {
        await unlessGone(this.discord.addMember(threadId, memberId));
      } catch (error) {
        if (error instanceof DiscordFailure && error.code === THREAD_FULL) return entered;
        throw error;
      }
      entered.push(memberId);
    }
    return entered;
  }

  private async find({ guild_id, channels: [thread] }: ClaimedMapping): Promise<FoundThread | null> {
    if (thread === undefined) return null;
    if (thread.channel_id !== null) return this.discord.find(thread.channel_id);
    return threadFoundAgain(thread, null, await this.discord.listActive(guild_id)) ?? null;
  }

  /** An archived thread cannot be locked before it is woken up. */
  private async lock({ id, archived, locked }: FoundThread): Promise<void> {
    if (archived && locked) return;
    if (archived) await this.discord.change(id, { archived: false, locked: true }, CHANGE_REASON);
    await this.discord.change(id, { archived: true, locked: true }, CHANGE_REASON);
  }
}

function withoutMembers({ member_ids: _inside, adding_ids: _adding, ...thread }: MadeChannel): MadeChannel {
  return thread;
}

/** What is gone already may be so: a thread, somebody on the server or in the thread. */
async function unlessGone(call: Promise<void>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof DiscordFailure) || error.treatment !== 'gone') throw error;
  }
}
