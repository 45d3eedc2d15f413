import { escapeWithin } from '../../../common/discord-text.js';
import { truncate } from '../../../common/text.js';
import { type Locale, textsIn } from '../../../languages/languages.js';
import type { Texts } from '../../../languages/texts.js';
import type { DirectMessage } from './direct-message.js';

/** What happened to a member's subscription. */
export const PLAN_ACTIONS = [
  'subscription_created',
  'subscription_updated',
  'subscription_cancelled',
  'plan_upgraded',
  'plan_downgraded',
] as const;
export type PlanAction = (typeof PLAN_ACTIONS)[number];

/** A change of plan to tell a member. */
export interface PlanNotice {
  readonly action: PlanAction;
  readonly plan: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** Why a plan is taken, as a subscription's status says. */
const OUR_REASONS = ['unpaid', 'paused'] as const;

const VALUE_LIMIT = 200;

/**
 * The direct message about a change of plan. The text is that of the examples; what they hold in `metadata` beyond it
 * (old and new plan, reason) stands in fields below.
 */
export function planNoticeMessage(notice: PlanNotice, locale: Locale): DirectMessage {
  const texts = textsIn(locale).planNotice;
  const { action, metadata } = notice;
  const plan = textOf(notice.plan) ?? textOf(metadata['new_plan']);
  const email = action === 'subscription_created' ? textOf(metadata['email']) : null;
  const reason = textOf(metadata['reason']);
  const headline = plan === null ? texts.headline[action] : texts.headlineOf[action](plan);
  const parts = [headline, ...(email === null ? [] : [texts.email(email)]), texts.thanks];
  const fields = [
    { name: texts.oldPlan, value: textOf(metadata['old_plan']) },
    { name: texts.newPlan, value: textOf(metadata['new_plan']) },
    { name: texts.reason, value: reason && sayReason(reason, texts.reasons) },
  ];
  return {
    content: parts.join('\n\n'),
    fields: fields.flatMap(({ name, value }) =>
      value === null ? [] : [{ name, value: escapeWithin(value, VALUE_LIMIT), inline: true }],
    ),
  };
}

/** A reason of our own in the reader's words; any other as it is given. */
function sayReason(reason: string, texts: Texts['planNotice']['reasons']): string {
  const ours = OUR_REASONS.find((candidate) => candidate === reason);
  return ours === undefined ? reason : texts[ours];
}

/** A value of the metadata as one short line; `null` when it is not a text. */
function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const line = value.replace(/\s+/g, ' ').trim();
  return line === '' ? null : truncate(line, VALUE_LIMIT);
}
