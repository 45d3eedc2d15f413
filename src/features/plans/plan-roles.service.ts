import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../../config/config.js';
import { HandlesTrigger } from '../../queue/handles.js';
import { PermanentFailure } from '../../queue/rules/outcome.js';
import { BotGate } from '../health/rules/bot-gate.js';
import { RoleGrantsService, type GrantsOutcome } from '../role-mappings/role-grants.service.js';
import { mainGuildUnset } from '../role-mappings/rules/role-change.js';
import type { WantedRoles } from '../role-mappings/rules/role-grants.js';
import { EntitlementsService } from './entitlements.service.js';
import { rolesOfPlan } from './rules/entitlement.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';

/** What a role stands for when a plan gives it. */
const REASON = 'plan';

/** How soon somebody who is not on the main server is looked for again, and how many at once; joining is reported besides. */
const LOOK_AGAIN_MS = 600_000;
const LOOKED_FOR = 20;

/** Makes members' roles on the main server match their plans, as mirrors match events. Running it twice is harmless. */
@Injectable()
export class PlanRolesService {
  private readonly logger = new Logger('Plans');

  constructor(
    private readonly entitlements: EntitlementsService,
    private readonly grants: RoleGrantsService,
    private readonly subscriptions: SubscriptionsRepository,
    private readonly bot: BotGate,
    private readonly config: Config,
  ) {}

  /**
   * @throws RetryLater when it is not this one's turn · PermanentFailure without a main server
   * @throws CallFailure when the bot is away · DiscordFailure when Discord is
   */
  async match(discordId: string): Promise<GrantsOutcome> {
    const guildId = this.config.mainGuildId;
    if (guildId === null) throw new PermanentFailure(mainGuildUnset().message);
    let plan: string | null = null;
    const want = async (): Promise<WantedRoles> => {
      const entitlement = await this.entitlements.of(discordId);
      plan = entitlement?.plan ?? null;
      return { reason: REASON, ...rolesOfPlan(entitlement, await this.entitlements.planMappings()) };
    };
    return this.grants.settle({ guild_id: guildId, discord_id: discordId }, want, async ({ add, remove }) => {
      const { failed_roles } = await this.bot.updateRoles(discordId, plan, add, remove);
      return failed_roles;
    });
  }

  /** Looks again for members whose roles wait for them to join the main server. */
  async sweep(): Promise<void> {
    const guildId = this.config.mainGuildId;
    if (guildId === null) return;
    const absent = await this.grants.absentSince(guildId, new Date(Date.now() - LOOK_AGAIN_MS), LOOKED_FOR);
    for (const { discord_id } of absent) {
      await this.match(discord_id).catch((error: unknown) => {
        this.logger.warn({ discord_id }, `Their roles could not be looked at: ${messageOf(error)}`);
      });
    }
  }

  /**
   * Looks at everybody whom a plan concerns: daily, and after a time in which something may have been missed. One that
   * fails does not keep the others.
   * @throws AggregateError of those that failed, to be tried again
   */
  @HandlesTrigger('match_plan_roles')
  async matchAll(): Promise<void> {
    const guildId = this.config.mainGuildId;
    if (guildId === null) return;
    const failures: unknown[] = [];
    const members = [...(await this.subscriptions.listMembers()), ...(await this.grants.membersOf(guildId))];
    for (const discordId of new Set(members)) {
      await this.match(discordId).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Some roles could not be compared.');
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
