import { escapeWithin } from '../../../common/discord-text.js';
import type { Locale } from '../../users/rules/user.js';
import type { DirectMessage } from './direct-message.js';

/** What happened to a member's subscription (contract.md §2). */
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

interface NoticeTexts {
  readonly headline: Readonly<Record<PlanAction, (plan: string) => string>>;
  readonly thanks: string;
  readonly oldPlan: string;
  readonly newPlan: string;
  readonly reason: string;
  /** What we say for a reason of our own; any other stands as it is given. */
  readonly reasons: ReadonlyMap<string, string>;
}

/** Word for word as in seeds/internal-api-examples.md, where that shows the message. */
const FR: NoticeTexts = {
  headline: {
    subscription_created: (plan) => `🎉 Votre abonnement${plan} a été activé avec succès !`,
    subscription_updated: (plan) => `🔄 Votre abonnement${plan} a été mis à jour.`,
    subscription_cancelled: () => '❌ Votre abonnement a été annulé.',
    plan_upgraded: (plan) => `⬆️ Votre plan a été amélioré${plan === '' ? '' : ` vers${plan}`} !`,
    plan_downgraded: (plan) => `⬇️ Votre plan a été changé${plan === '' ? '' : ` vers${plan}`}.`,
  },
  thanks: "Merci d'utiliser Moddy ! 🤖",
  oldPlan: 'Ancien plan',
  newPlan: 'Nouveau plan',
  reason: 'Raison',
  reasons: new Map([
    ['unpaid', 'Paiement non reçu'],
    ['paused', 'Abonnement en pause'],
  ]),
};

const EN: NoticeTexts = {
  headline: {
    subscription_created: (plan) => `🎉 Your subscription${plan} is now active!`,
    subscription_updated: (plan) => `🔄 Your subscription${plan} has been updated.`,
    subscription_cancelled: () => '❌ Your subscription has been cancelled.',
    plan_upgraded: (plan) => `⬆️ Your plan has been upgraded${plan === '' ? '' : ` to${plan}`}!`,
    plan_downgraded: (plan) => `⬇️ Your plan has been changed${plan === '' ? '' : ` to${plan}`}.`,
  },
  thanks: 'Thank you for using Moddy! 🤖',
  oldPlan: 'Old plan',
  newPlan: 'New plan',
  reason: 'Reason',
  reasons: new Map([
    ['unpaid', 'Payment not received'],
    ['paused', 'Subscription paused'],
  ]),
};

const VALUE_LIMIT = 200;

/**
 * The direct message about a change of plan. The text is that of the examples; what they hold in `metadata` beyond it
 * (old and new plan, reason) stands in fields below.
 */
export function planNoticeMessage(notice: PlanNotice, locale: Locale): DirectMessage {
  const texts = locale === 'en' ? EN : FR;
  const { action, metadata } = notice;
  const plan = textOf(notice.plan) ?? textOf(metadata['new_plan']);
  const email = action === 'subscription_created' ? textOf(metadata['email']) : null;
  const reason = textOf(metadata['reason']);
  const headline = texts.headline[action](plan === null ? '' : ` ${plan}`);
  const parts = [headline, ...(email === null ? [] : [`📧 Email: ${email}`]), texts.thanks];
  const fields = [
    { name: texts.oldPlan, value: textOf(metadata['old_plan']) },
    { name: texts.newPlan, value: textOf(metadata['new_plan']) },
    { name: texts.reason, value: reason && (texts.reasons.get(reason) ?? reason) },
  ];
  return {
    content: parts.join('\n\n'),
    fields: fields.flatMap(({ name, value }) => (value === null ? [] : [{ name, value, inline: true }])),
  };
}

/** A value of the metadata as one short line, shown letter for letter; `null` when it is not a text. */
function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const line = value.replace(/\s+/g, ' ').trim();
  return line === '' ? null : escapeWithin(line, VALUE_LIMIT);
}
