import { EXTRA_ANSWERS, type Event } from '../../features/events/rules/event.js';
import type { EventChanges } from '../../features/events/rules/input.js';

/** The fields of an event that are on or off. */
const SWITCHES = ['members_only', 'role_required', 'approval_required'] as const;

/** What an organizer switches on and off in the panel's menu: rules of signing up, and answers beside a seat. */
export const SIGNUP_RULES = [...SWITCHES, 'offers', ...EXTRA_ANSWERS] as const;
type SignupRule = (typeof SIGNUP_RULES)[number];

/** How long an offer stands where the organizer has said no other time. */
const OFFER_MINUTES = 60;

/** Whether a rule is on. */
export function isRuleOn(event: Event, rule: SignupRule): boolean {
  if (rule === 'offers') return event.offer_minutes !== null;
  const answer = EXTRA_ANSWERS.find((extra) => extra === rule);
  if (answer !== undefined) return event.answers.includes(answer);
  return SWITCHES.some((field) => field === rule && event[field]);
}

/** The edit after which these rules are on, and the others off. */
export function rulesEdit(event: Pick<Event, 'offer_minutes'>, chosen: readonly string[]): EventChanges {
  const switches = Object.fromEntries(SWITCHES.map((field) => [field, chosen.includes(field)]));
  return {
    ...switches,
    offer_minutes: chosen.includes('offers') ? (event.offer_minutes ?? OFFER_MINUTES) : null,
    answers: EXTRA_ANSWERS.filter((answer) => chosen.includes(answer)),
  };
}
