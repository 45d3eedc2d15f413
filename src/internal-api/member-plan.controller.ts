import { Controller, Get, Param } from '@nestjs/common';
import { invalid } from '../common/errors.js';
import { SNOWFLAKE } from '../common/snowflake.js';
import { EntitlementsService, type MemberPlan } from '../features/plans/entitlements.service.js';
import { BackendInternalApi, FailsWith } from './internal-api.decorator.js';

/** Answer of `GET /internal/users/{discord_id}/plan`. */
type MemberPlanAnswer = {
  readonly success: boolean;
  readonly message: string;
  readonly plan_found: boolean;
  readonly discord_id: string;
} & Partial<MemberPlan>;

@Controller('internal/users')
@BackendInternalApi()
export class MemberPlanController {
  constructor(private readonly entitlements: EntitlementsService) {}

  @Get(':discord_id/plan')
  @FailsWith('Failed to get plan')
  async plan(@Param('discord_id') discordId: string): Promise<MemberPlanAnswer> {
    if (!SNOWFLAKE.test(discordId)) {
      throw invalid([{ field: 'discord_id', message: 'discord_id must be a Discord id (17 to 20 digits)' }]);
    }
    const plan = await this.entitlements.describe(discordId);
    const about = { discord_id: discordId };
    if (plan === null) return { success: true, message: 'No plan', plan_found: false, ...about };
    return { success: true, message: 'Plan found', plan_found: true, ...about, ...plan };
  }
}
