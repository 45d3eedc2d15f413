import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config.js';
import { BotGate } from '../health/rules/bot-gate.js';
import { CallFailure } from '../health/rules/call-failure.js';
import type { JobPayload } from '../../queue/catalogue.js';
import { GivesUpJob, HandlesJob, type JobResult } from '../../queue/handles.js';
import { PermanentFailure, RetryLater } from '../../queue/rules/outcome.js';
import { PLAN_STEPS, rolesForPlan, type PlanChange, type PlanStep } from './rules/plan-change.js';
import { PlanChangesRepository } from './plan-changes.repository.js';
import { mainGuildUnset } from '../role-mappings/rules/role-change.js';
import { RoleMappingsService } from '../role-mappings/role-mappings.service.js';

/** While an earlier change of the same member, or an earlier step, is under way, look again this soon. */
const TURN_MS = 1_000;

type StepPayload = JobPayload<'manage_roles' | 'notify_user'>;

/** Does one step of a change of plan, in order for each member, once. */
@Injectable()
export class CarryOutPlanStep {
  constructor(
    private readonly changes: PlanChangesRepository,
    private readonly mappings: RoleMappingsService,
    private readonly bot: BotGate,
    private readonly config: Config,
  ) {}

  /**
   * @throws RetryLater when it is not this step's turn, or the bot is away
   * @throws PermanentFailure when the bot refuses; later changes of the member go on
   */
  @HandlesJob('manage_roles', 'notify_user')
  async execute({ plan_change_id: changeId, step }: StepPayload): Promise<JobResult> {
    const change = await this.changes.findById(changeId);
    const state = change?.steps[step];
    if (change === null || state === 'done' || state === 'skipped') return { skipped: 'done before' };
    // A failed step comes here when an admin retries its job.
    if (state === 'failed' && !(await this.changes.isLast(change))) return { skipped: 'overtaken' };
    await this.waitForTurn(change, step);
    try {
      return step === 'roles' ? await this.changeRoles(change) : await this.notify(change);
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      if (error.passing) throw new RetryLater(error.message, null, true);
      await this.changes.finishStep(change.id, step, 'failed');
      throw new PermanentFailure(error.message);
    }
  }

  /** The step's job failed for a reason of our own: later changes of the member go on. */
  @GivesUpJob('manage_roles', 'notify_user')
  async giveUp({ plan_change_id, step }: StepPayload): Promise<void> {
    await this.changes.finishStep(plan_change_id, step, 'failed');
  }

  private async waitForTurn(change: PlanChange, step: PlanStep): Promise<void> {
    const earlierSteps = PLAN_STEPS.slice(0, PLAN_STEPS.indexOf(step));
    const turn = earlierSteps.every((earlier) => change.steps[earlier] !== 'pending');
    if (turn && (await this.changes.isFirst(change))) return;
    throw new RetryLater('Waiting for what comes before it.', TURN_MS, false);
  }

  private async changeRoles(change: PlanChange): Promise<JobResult> {
    const { id, discord_id, plan } = change;
    const guildId = this.config.mainGuildId;
    if (guildId === null) {
      await this.changes.finishStep(id, 'roles', 'failed');
      throw new PermanentFailure(mainGuildUnset().message);
    }
    const mappings = await this.mappings.ofType(guildId, 'plan');
    const { add, remove } = rolesForPlan(plan, mappings);
    if (add.length + remove.length === 0) {
      await this.changes.finishStep(id, 'roles', 'skipped');
      return { skipped: 'no role is mapped to a plan' };
    }
    const { is_member, failed_roles } = await this.bot.updateRoles(discord_id, plan, add, remove);
    if (failed_roles.length > 0) {
      await this.changes.finishStep(id, 'roles', 'failed');
      throw new PermanentFailure(
        failed_roles.map(({ role_id, reason }) => `Role ${role_id}: ${reason}`).join(' '),
      );
    }
    await this.changes.finishStep(id, 'roles', 'done');
    return { is_member, added: add, removed: remove };
  }

  private async notify(change: PlanChange): Promise<JobResult> {
    const { id, discord_id, action, plan, metadata } = change;
    const outcome = await this.bot.notify(discord_id, { action, plan, metadata }, id);
    await this.changes.finishStep(id, 'notice', 'done');
    return { outcome };
  }
}
