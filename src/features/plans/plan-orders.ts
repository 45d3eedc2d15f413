import type { JobOrder } from '../../queue/job-queue.js';
import type { PlanChange } from './rules/plan-change.js';

/** The jobs that remain of a change of plan. One about roles that waits has not looked yet, so it serves later changes too. */
export function ordersOf({ id, discord_id, steps }: PlanChange): JobOrder[] {
  const orders: JobOrder[] = [];
  if (steps.roles === 'pending') orders.push({ type: 'manage_roles', payload: { discord_id } });
  if (steps.notice === 'pending') orders.push({ type: 'notify_user', payload: { plan_change_id: id } });
  return orders;
}
