import type { FailedRole } from '../../role-mappings/rules/role-change.js';
import type { PlanNotice } from '../../notifications/rules/plan-notice.js';
import type { ServiceHealth } from './service-health.js';

/** `closed`: the member takes no direct messages · `unknown`: Discord knows no such user. */
export type MemberNotified = 'sent' | 'closed' | 'unknown';

/** What became of a change of roles in the main server. */
export interface MemberRolesUpdated {
  /** `null` when the bot did not say. */
  readonly guild_id: string | null;
  readonly is_member: boolean;
  /** Roles that were not changed, each with its reason; empty when every change took effect. */
  readonly failed_roles: readonly FailedRole[];
}

/**
 * What the backend asks of the bot, wherever the bot runs. A port: rooms inject this class, and
 * internal-api provides `BotClient` for it in every process. Every method throws `CallFailure` and nothing else.
 */
export abstract class BotGate {
  /**
   * Tells a member about a change of plan.
   * @param idempotencyKey a repeat with the same one sends no second message; without it, nothing is repeated
   */
  abstract notify(discordId: string, notice: PlanNotice, idempotencyKey?: string): Promise<MemberNotified>;

  /** Gives and takes roles in the main server; running it twice is harmless. */
  abstract updateRoles(
    discordId: string,
    plan: string | null,
    add: readonly string[],
    remove: readonly string[],
  ): Promise<MemberRolesUpdated>;

  /** What the bot says of itself. */
  abstract health(): Promise<ServiceHealth>;
}
