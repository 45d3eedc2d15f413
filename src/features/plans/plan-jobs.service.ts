import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DiscordFailure } from '../../common/discord-failure.js';
import type { JobResult } from '../../queue/handles.js';
import { PermanentFailure, RetryLater } from '../../queue/rules/outcome.js';
import { describeFailures } from '../role-mappings/rules/role-change.js';
import { NotifyJobs } from '../notifications/notify-jobs.js';
import { BotGate } from '../health/rules/bot-gate.js';
import { CallFailure } from '../health/rules/call-failure.js';
import { EntitlementsService } from './entitlements.service.js';
import { PlanChangesRepository } from './plan-changes.repository.js';
import { PlanRolesService } from './plan-roles.service.js';
import type { PlanChange } from './rules/plan-change.js';

/** While an earlier change of the same member, or an earlier step, is under way, look again this soon. */
const TURN_MS = 1_000;

/** Carries out what follows from changes of plans, in order for each member: roles, then a message. */
@Injectable()
export class PlanJobsService implements OnModuleInit {
  private readonly logger = new Logger('Plans');

  constructor(
    private readonly changes: PlanChangesRepository,
    private readonly roles: PlanRolesService,
    private readonly entitlements: EntitlementsService,
    private readonly bot: BotGate,
    private readonly notifying: NotifyJobs,
  ) {}

  onModuleInit(): void {
    this.notifying.tellOf('plan_change_id', {
      tell: (id) => this.notify(id),
      // Later changes of the member go on.
      giveUp: (id) => this.changes.finishNotice(id, 'failed'),
    });
  }

  /**
   * Makes a member's roles match what they are entitled to now, for every change made so far.
   * @throws RetryLater when the bot or Discord is away · PermanentFailure when a role cannot be changed
   */
  async changeRoles(discordId: string): Promise<JobResult> {
    const last = await this.changes.findLast(discordId);
    const finish = (state: 'done' | 'failed') =>
      this.changes.finishRoles(discordId, last?.revision ?? 0, state);
    if (last?.steps.notice === 'pending') await this.checkBot();
    try {
      const { failed_roles, ...outcome } = await this.roles.match(discordId);
      if (failed_roles.length > 0) {
        throw new PermanentFailure(describeFailures(failed_roles));
      }
      await finish('done');
      return { ...outcome };
    } catch (error) {
      const failure = judged(error);
      if (failure instanceof PermanentFailure) await finish('failed');
      throw failure;
    }
  }

  /** The roles' job failed for a reason of our own: messages and later changes of the member go on. */
  async giveUpRoles(discordId: string): Promise<void> {
    const last = await this.changes.findLast(discordId);
    await this.changes.finishRoles(discordId, last?.revision ?? 0, 'failed');
  }

  /**
   * Tells a member of a change.
   * @throws RetryLater when it is not this one's turn, or the bot is away · PermanentFailure when the bot refuses
   */
  private async notify(changeId: string): Promise<JobResult> {
    const change = await this.changes.findById(changeId);
    const state = change?.steps.notice;
    if (change === null || state === 'done' || state === 'skipped') return { skipped: 'done before' };
    // A failed one comes here when an admin retries its job.
    if (state === 'failed' && !(await this.isNewest(change))) return { skipped: 'overtaken' };
    if (change.steps.roles === 'pending' || !(await this.changes.isFirst(change))) {
      throw new RetryLater('Waiting for what comes before it.', TURN_MS, false);
    }
    await this.checkBot();
    try {
      const outcome = await this.send(change);
      await this.changes.finishNotice(changeId, 'done');
      return { outcome };
    } catch (error) {
      const failure = judged(error);
      if (failure instanceof PermanentFailure) await this.changes.finishNotice(changeId, 'failed');
      throw failure;
    }
  }

  private async send(change: PlanChange): Promise<string> {
    const { id, discord_id, action, plan } = change;
    const asksEmail = change.source === 'stripe' && action === 'subscription_created';
    const email = asksEmail ? await this.entitlements.emailOf(discord_id) : null;
    const metadata = { ...change.metadata, ...(email !== null && { email }) };
    return this.bot.notify(discord_id, { action, plan, metadata }, id);
  }

  private async isNewest({ id, discord_id }: PlanChange): Promise<boolean> {
    return (await this.changes.findLast(discord_id))?.id === id;
  }

  /**
   * Says in the log that a message may have to wait, before the roles that it comes after, and before the message itself.
   * Both are tried all the same: the payment was made, and a bot that cannot be reached has them wait.
   */
  private async checkBot(): Promise<void> {
    const health = await this.bot.health().catch(() => null);
    if (health?.status !== 'healthy') this.logger.warn('⚠️ Bot is not healthy, notification may fail');
  }
}

/** What a failure of the bot or of Discord means for the job. A wait that is asked for uses up no retry. */
function judged(error: unknown): unknown {
  const isPassing =
    (error instanceof CallFailure && error.passing) ||
    (error instanceof DiscordFailure && error.treatment === 'wait');
  if (isPassing) return new RetryLater(error.message, error.retryAfterMs, error.retryAfterMs === null);
  if (error instanceof CallFailure || error instanceof DiscordFailure) {
    return new PermanentFailure(error.message);
  }
  return error;
}
