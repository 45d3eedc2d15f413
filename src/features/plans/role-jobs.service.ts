import { Injectable } from '@nestjs/common';
import type { JobPayload } from '../../queue/catalogue.js';
import { GivesUpJob, HandlesJob, type JobResult } from '../../queue/handles.js';
import { EventRolesService } from '../role-mappings/event-roles.service.js';
import { PlanJobsService } from './plan-jobs.service.js';

/** Does the one kind of job behind all roles, by what it names: a member's plan, an event on a server, a member's seats there. */
@Injectable()
export class RoleJobsService {
  constructor(
    private readonly plans: PlanJobsService,
    private readonly eventRoles: EventRolesService,
  ) {}

  /** @throws RetryLater when the bot or Discord is away · PermanentFailure when a role cannot be changed */
  @HandlesJob('manage_roles')
  async manageRoles({ discord_id, event_id, guild_id }: JobPayload<'manage_roles'>): Promise<JobResult> {
    if (guild_id && event_id) return this.eventRoles.match(event_id, guild_id);
    if (guild_id && discord_id !== undefined) return this.eventRoles.matchMember({ guild_id, discord_id });
    if (discord_id !== undefined) return this.plans.changeRoles(discord_id);
    return { skipped: 'names nothing' };
  }

  /** What events give is compared daily, so that nothing has to be noted of a job that is given up. */
  @GivesUpJob('manage_roles')
  async giveUp({ discord_id, guild_id }: JobPayload<'manage_roles'>): Promise<void> {
    if (!guild_id && discord_id !== undefined) await this.plans.giveUpRoles(discord_id);
  }
}
