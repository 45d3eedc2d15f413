import { Body, Controller, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiTags } from '@nestjs/swagger';
import { RecordPlanChange } from '../../features/plans/record-plan-change.js';
import { SignedIn, SiteAdmin } from '../auth/access.decorators.js';
import { PlanChangeDto, PlanChangeView, toPlanChangeView } from './plan-change.dto.js';

@ApiTags('plans')
@SignedIn()
@SiteAdmin()
@Controller('api/v1/plans')
export class PlansController {
  constructor(private readonly record: RecordPlanChange) {}

  /** Tells the member and changes the roles mapped to the plan, as jobs. */
  @Post('changes')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiAcceptedResponse({ type: PlanChangeView })
  async change(@Body() body: PlanChangeDto): Promise<PlanChangeView> {
    const { discord_id, action, plan = null, metadata, external_id = null } = body;
    const input = { discord_id, action, plan, metadata: metadata ?? {}, source_id: external_id };
    return toPlanChangeView(await this.record.execute({ ...input, source: 'admin' }));
  }
}
