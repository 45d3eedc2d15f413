import { EXTRA_ANSWERS, type Event } from '../../features/events/rules/event.js';
import type { EventChanges } from '../../features/events/rules/input.js';

/** The fields of an event that are on or off. */
const SWITCHES = ['members_only', 'role_required'] as const;

/** What an organizer switches on and off in the panel's menu: rules of signing up, and answers beside a seat. */
export const SIGNUP_RULES = [...SWITCHES, ...EXTRA_ANSWERS] as const;
type SignupRule = (typeof SIGNUP_RULES)[number];

/** Whether a rule is on. */
export function isRuleOn(event: Event, rule: SignupRule): boolean {
  const answer = EXTRA_ANSWERS.find((extra) => extra === rule);
  if (answer !== undefined) return event.answers.includes(answer);
  return SWITCHES.some((field) => field === rule && event[field]);
}

/** The edit after which these rules are on, and the others off. */
export function rulesEdit(chosen: readonly string[]): EventChanges {
  const switches = Object.fromEntries(SWITCHES.map((field) => [field, chosen.includes(field)]));
  return { ...switches, answers: EXTRA_ANSWERS.filter((answer) => chosen.includes(answer)) };
}
