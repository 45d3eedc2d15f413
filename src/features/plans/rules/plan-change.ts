import type { RoleChange } from '../../role-mappings/rules/role-change.js';
import type { PlanAction } from '../../notifications/rules/plan-notice.js';
import type { RoleMapping } from '../../role-mappings/rules/role-mapping.js';

/** What a change of plan brings about, each as a job of its own. Roles come first: the message tells of what is done. */
export const PLAN_STEPS = ['roles', 'notice'] as const;
export type PlanStep = (typeof PLAN_STEPS)[number];

/** `skipped`: there was nothing to do · `failed`: a person has to look at it; later changes go on. */
export type PlanStepState = 'pending' | 'done' | 'skipped' | 'failed';

/** A change of a member's plan. */
export interface PlanChange {
  readonly id: string;
  readonly discord_id: string;
  readonly action: PlanAction;
  readonly plan: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Who told: `admin`, or `stripe`. */
  readonly source: 'admin' | 'stripe';
  /** The teller's own id of the change, unique for each source; `null` when it gave none. */
  readonly source_id: string | null;
  readonly steps: Readonly<Record<PlanStep, PlanStepState>>;
  readonly created_at: Date;
}

/** Whether nothing remains to be done. */
export function isFinished({ steps }: PlanChange): boolean {
  return PLAN_STEPS.every((step) => steps[step] !== 'pending');
}

/**
 * The roles that a member's new plan gives and takes.
 * @param plan the plan from now on; `null` for none
 * @param mappings of the type `plan` in one server
 */
export function rolesForPlan(plan: string | null, mappings: readonly RoleMapping[]): RoleChange {
  const stands = (mapping: RoleMapping): boolean => plan !== null && mapping.verselink_entity_id === plan;
  const ids = (chosen: readonly RoleMapping[]): string[] => [
    ...new Set(chosen.map(({ discord_role_id }) => discord_role_id)),
  ];
  const kept = new Set(ids(mappings.filter(stands)));
  return {
    add: ids(mappings.filter((mapping) => stands(mapping) && mapping.auto_assign)),
    remove: ids(mappings.filter((mapping) => !stands(mapping) && mapping.auto_remove)).filter(
      (id) => !kept.has(id),
    ),
  };
}
