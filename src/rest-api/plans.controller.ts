import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import type { Page } from '../common/page.js';
import { EntitlementsService } from '../features/plans/entitlements.service.js';
import { PlanChangesService } from '../features/plans/plan-changes.service.js';
import { SubscriptionsService } from '../features/plans/subscriptions.service.js';
import { UsersService } from '../features/users/users.service.js';
import { Audited } from './audited.js';
import { CurrentActor, SignedIn, SiteAdmin } from './auth/access.decorators.js';
import { AnswersPage } from './openapi/answers.js';
import { PageQuery } from './paging/page.dto.js';
import {
  MatchDto,
  MemberPlanView,
  PlanChangeDto,
  PlanChangeView,
  SubscriptionView,
  toMemberPlanView,
  toPlanChangeView,
  toSubscriptionView,
} from './plans.dto.js';
import { snowflakeOf, uuidOf } from './validation/path-id.js';

@ApiTags('plans')
@SignedIn(null)
@SiteAdmin()
@Controller('api/v1')
export class PlansController {
  constructor(
    private readonly changes: PlanChangesService,
    private readonly entitlements: EntitlementsService,
    private readonly subscriptions: SubscriptionsService,
  ) {}

  /**
   * Records a change of plan.
   * @remarks It counts as one of the member's subscriptions, of which the best decides. As jobs: the roles mapped to the
   * plan change, and the member is told, unless nothing changes for them.
   */
  @Post('plans/changes')
  @HttpCode(HttpStatus.ACCEPTED)
  @Audited('plan.changed')
  async change(@Body() body: PlanChangeDto): Promise<PlanChangeView> {
    const { discord_id, action, plan = null, metadata, external_id = null } = body;
    const input = { discord_id, action, plan, metadata: metadata ?? {}, source_id: external_id };
    return toPlanChangeView(await this.changes.record(input));
  }

  /** Lists payments whose member is not known, oldest first. */
  @Get('plans/unmatched')
  @AnswersPage(SubscriptionView)
  async listUnmatched(@Query() { limit, cursor }: PageQuery): Promise<Page<SubscriptionView>> {
    const { items, next_cursor } = await this.subscriptions.listUnmatched(limit, cursor);
    return { items: items.map(toSubscriptionView), next_cursor };
  }

  /**
   * Says whose a payment is.
   * @remarks The member gets what it gives, and is told. The customer's other payments, and those to come, are theirs too.
   */
  @Post('plans/unmatched/:id/match')
  @HttpCode(HttpStatus.OK)
  @Audited('plan.matched')
  async match(
    @Param('id', uuidOf('unmatched_change')) id: string,
    @Body() { discord_id }: MatchDto,
  ): Promise<SubscriptionView> {
    return toSubscriptionView(await this.subscriptions.match(id, discord_id));
  }

  /** Shows the plan that a member has. */
  @Get('users/:discord_id/plan')
  async ofMember(@Param('discord_id', snowflakeOf('user')) discordId: string): Promise<MemberPlanView> {
    return toMemberPlanView(discordId, await this.entitlements.describe(discordId));
  }
}

@ApiTags('plans')
@SignedIn('profile')
@Controller('api/v1/users/me/plan')
export class OwnPlanController {
  constructor(
    private readonly entitlements: EntitlementsService,
    private readonly users: UsersService,
  ) {}

  /** Shows the plan that you have. */
  @Get()
  async get(@CurrentActor() { user_id }: Actor): Promise<MemberPlanView> {
    const { discord_id } = await this.users.require(user_id);
    return toMemberPlanView(discord_id, await this.entitlements.describe(discord_id));
  }
}
