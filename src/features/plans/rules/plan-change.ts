import type { PlanAction } from '../../notifications/rules/plan-notice.js';
import type { Price } from './subscription.js';

/** What a change of plan brings about. Roles come first: the message tells of what is done. */
const PLAN_STEPS = ['roles', 'notice'] as const;
export type PlanStep = (typeof PLAN_STEPS)[number];

/** `skipped`: there was nothing to do · `failed`: a person has to look at it; later changes go on. */
export type PlanStepState = 'pending' | 'done' | 'skipped' | 'failed';

/** A transition of a member's entitlement. The newest one is what the member was last known to have. */
export interface PlanChange {
  readonly id: string;
  readonly discord_id: string;
  /** The member's changes are numbered, so that of two decided at once only one is written. */
  readonly revision: number;
  readonly action: PlanAction;
  /** Whether the member has a plan from now on. */
  readonly entitled: boolean;
  readonly plan: string | null;
  readonly price: Price | null;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Who told of what brought it about. */
  readonly source: PlanSource;
  /** An admin's own id of the change; `null` when there is none. */
  readonly source_id: string | null;
  readonly steps: Readonly<Record<PlanStep, PlanStepState>>;
  readonly created_at: Date;
}

export const PLAN_SOURCES = ['admin', 'stripe'] as const;
export type PlanSource = (typeof PLAN_SOURCES)[number];

/** Whether nothing remains to be done. */
export function isFinished({ steps }: Pick<PlanChange, 'steps'>): boolean {
  return PLAN_STEPS.every((step) => steps[step] !== 'pending');
}
