import { Body, Controller, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordPlanChange } from '../features/plans/record-plan-change.js';
import { SignedIn, SiteAdmin } from './auth/access.decorators.js';
import { PlanChangeDto, PlanChangeView, toPlanChangeView } from './plans.dto.js';

@ApiTags('plans')
@SignedIn()
@SiteAdmin()
@Controller('api/v1/plans')
export class PlansController {
  constructor(private readonly record: RecordPlanChange) {}

  /**
   * Records a change of plan.
   * @remarks As jobs: the member is told, and the roles mapped to the plan change.
   */
  @Post('changes')
  @HttpCode(HttpStatus.ACCEPTED)
  async change(@Body() body: PlanChangeDto): Promise<PlanChangeView> {
    const { discord_id, action, plan = null, metadata, external_id = null } = body;
    const input = { discord_id, action, plan, metadata: metadata ?? {}, source_id: external_id };
    return toPlanChangeView(await this.record.execute({ ...input, source: 'admin' }));
  }
}
