import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { DiscordFailure } from '../../common/discord-failure.js';
import { truncate } from '../../common/text.js';
import { RolesApi } from '../../discord-api/roles.api.js';
import { whileClaimed } from '../../infra/claims.js';
import { JobQueue } from '../../queue/job-queue.js';
import { RetryLater } from '../../queue/rules/outcome.js';
import type { Event } from '../events/rules/event.js';
import { isOpen } from '../events/rules/transitions.js';
import type { Guild } from '../guilds/rules/guild.js';
import { madeRole } from './rules/event-roles.js';
import {
  type EventOnGuild,
  type TemporaryRole,
  TemporaryRolesRepository,
} from './temporary-roles.repository.js';

/** How soon to look again while another process works on it. */
const TURN_MS = 1_000;
/** Discord's limit of a role's name. */
const NAME = 100;
const COLORS = 0x1000000;
const REASON = 'VerseLink: a role for one event';

/** Writes down what is known of a role, while it is this process's. @throws RetryLater when it is another's by now */
type Note = (changes: Partial<Pick<TemporaryRole, 'role_id' | 'attempt'>>) => Promise<void>;

/** Makes a role for an event on a server, and removes it when the event is over. Running it twice is harmless. */
@Injectable()
export class TemporaryRolesService {
  constructor(
    private readonly roles: TemporaryRolesRepository,
    private readonly discord: RolesApi,
    private readonly jobs: JobQueue,
  ) {}

  /** Staff chose whether an event has a role of its own on these servers, whatever their settings say. */
  async choose(eventId: string, guildIds: readonly string[], wanted: boolean): Promise<void> {
    for (const guildId of guildIds) await this.roles.choose({ event_id: eventId, guild_id: guildId }, wanted);
    await this.jobs.enqueueAll(
      guildIds.map((guildId) => ({
        type: 'manage_roles',
        payload: { event_id: eventId, guild_id: guildId },
      })),
    );
  }

  /** The roles that were made on some servers. */
  async madeOn(guildIds: readonly string[]): Promise<TemporaryRole[]> {
    return this.roles.listOn(guildIds);
  }

  /** The servers for which an event was given, or is to get, a role of its own. */
  async guildIds(): Promise<string[]> {
    return this.roles.listGuildIds();
  }

  /**
   * Makes the role when it is wanted and not there; removes it when the event is over, or not the server's any more.
   * @throws RetryLater while another process does it · DiscordFailure when Discord refuses
   */
  async bring(event: Event | null, guild: Guild | null, which: EventOnGuild): Promise<void> {
    const known = await this.roles.find(which);
    const isOn = event !== null && event.org_id === guild?.org_id && isOpen(event.state);
    if (isOn) {
      const wanted = known?.wanted ?? guild.auto_manage_roles;
      if (wanted && (known?.role_id ?? null) === null)
        await this.alone(which, (role, note) => this.make(role, event, note));
    } else if (known !== null) await this.alone(which, (role) => this.remove(role));
  }

  private async alone(
    which: EventOnGuild,
    work: (role: TemporaryRole, note: Note) => Promise<void>,
  ): Promise<void> {
    const token = uuidv7();
    const role = await this.roles.claim(which, token);
    if (role === null) throw beingMade();
    const note: Note = async (changes) => {
      if (!(await this.roles.save(role.id, token, changes))) throw beingMade();
    };
    try {
      await whileClaimed(
        () => this.roles.renew(role.id, token),
        () => work(role, note),
      );
    } finally {
      await this.roles.release(role.id, token);
    }
  }

  /** What is tried is written down first, so that a create whose answer is lost is found again and not repeated. */
  private async make(
    { guild_id, role_id, attempt }: TemporaryRole,
    { title }: Event,
    note: Note,
  ): Promise<void> {
    if (role_id !== null) return;
    const there = await this.discord.list(guild_id);
    const made = attempt && madeRole(attempt, there);
    if (made) return note({ role_id: made.id, attempt: null });
    const trying = attempt ?? {
      name: truncate(title, NAME),
      color: randomInt(1, COLORS),
      known_ids: there.map((role) => role.id),
    };
    await note({ attempt: trying });
    try {
      const made = await this.discord.create(guild_id, trying, REASON);
      await note({ role_id: made, attempt: null });
    } catch (error) {
      if (error instanceof DiscordFailure && !error.outcomeUnknown) await note({ attempt: null });
      throw error;
    }
  }

  private async remove({ id, guild_id, role_id, attempt }: TemporaryRole): Promise<void> {
    const lost = attempt && madeRole(attempt, await this.discord.list(guild_id))?.id;
    const roleId = role_id ?? lost;
    if (roleId) await this.deleteOnDiscord(guild_id, roleId);
    await this.roles.delete(id);
  }

  private async deleteOnDiscord(guildId: string, roleId: string): Promise<void> {
    try {
      await this.discord.delete(guildId, roleId, REASON);
    } catch (error) {
      if (!(error instanceof DiscordFailure) || error.treatment !== 'gone') throw error;
    }
  }
}

const beingMade = (): RetryLater => new RetryLater('The role of this event is being made.', TURN_MS, false);
