import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { TriggerPayload } from '../../queue/catalogue.js';
import { HandlesTrigger } from '../../queue/handles.js';
import { JobQueue } from '../../queue/job-queue.js';
import { EventEffects } from '../events/event-effects.js';
import { EventsService } from '../events/events.service.js';
import type { EventRecord } from '../events/rules/event-record.js';
import { GuildsService } from '../guilds/guilds.service.js';
import { RoleGrantsService } from './role-grants.service.js';
import { EventMappings } from './event-mappings.js';
import { eventIdsOf } from './rules/event-roles.js';

/** Finds the events whose participants' roles have to be looked at, and writes a job for each on each server. */
@Injectable()
export class EventRoleTriggers implements OnModuleInit {
  constructor(
    private readonly effects: EventEffects,
    private readonly events: EventsService,
    private readonly guilds: GuildsService,
    private readonly mappings: EventMappings,
    private readonly grants: RoleGrantsService,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.effects.follow((event) => this.eventChanged(event));
  }

  /** An event changed, or somebody's seat in it. */
  private async eventChanged(event: EventRecord): Promise<void> {
    if (event.state === 'draft') return;
    const guildIds = await this.mappings.guildIdsFor(event);
    await this.enqueue(guildIds.map((guildId) => [event.id, guildId]));
  }

  /** A server's mappings changed, its registration, or what Discord allows there. */
  @HandlesTrigger('match_guild_roles')
  async matchGuild({ guild_id: guildId }: TriggerPayload<'match_guild_roles'>): Promise<void> {
    const guild = await this.guilds.find(guildId);
    const noted = await this.grants.notedOn(guildId);
    const gives = guild !== null && (await this.mappings.givesOn(guild));
    const current = gives ? await this.events.listCurrentIds(guild.org_id) : [];
    const given = noted.flatMap(({ grants }) => eventIdsOf(grants));
    const made = await this.mappings.eventIdsWithOwnRole(guildId);
    await this.enqueue([...new Set([...current, ...given, ...made])].map((eventId) => [eventId, guildId]));
    const left = noted.filter(({ grants }) => grants.some(({ reasons }) => reasons.length === 0));
    await this.jobs.enqueueAll(
      left.map(({ discord_id }) => ({ type: 'manage_roles', payload: { discord_id, guild_id: guildId } })),
    );
  }

  /**
   * Compares what everybody with a seat holds with Discord: daily, and after a time in which changes there were not told. One
   * server that fails does not keep the others.
   * @throws AggregateError of those that failed, to be tried again
   */
  @HandlesTrigger('match_event_roles')
  async matchAll(): Promise<void> {
    const guildIds = new Set([...(await this.mappings.guildIds()), ...(await this.grants.eventGuildIds())]);
    const failures: unknown[] = [];
    for (const guildId of guildIds) {
      try {
        await this.grants.compare(guildId);
        await this.matchGuild({ guild_id: guildId });
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Some roles could not be compared.');
  }

  private async enqueue(pairs: readonly (readonly [eventId: string, guildId: string])[]): Promise<void> {
    await this.jobs.enqueueAll(
      pairs.map(([eventId, guildId]) => ({
        type: 'manage_roles',
        payload: { event_id: eventId, guild_id: guildId },
      })),
    );
  }
}
