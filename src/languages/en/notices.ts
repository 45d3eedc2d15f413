import { markdown } from '../../common/discord-text.js';
import type { Texts } from '../texts.js';

export const planNotice = {
  headline: {
    subscription_created: '🎉 Your subscription is now active!',
    subscription_updated: '🔄 Your subscription has been updated.',
    subscription_cancelled: '❌ Your subscription has been cancelled.',
    plan_upgraded: '⬆️ Your plan has been upgraded!',
    plan_downgraded: '⬇️ Your plan has been changed.',
  },
  headlineOf: {
    subscription_created: (plan) => markdown`🎉 Your subscription ${plan} is now active!`,
    subscription_updated: (plan) => markdown`🔄 Your subscription ${plan} has been updated.`,
    subscription_cancelled: () => '❌ Your subscription has been cancelled.',
    plan_upgraded: (plan) => markdown`⬆️ Your plan has been upgraded to ${plan}!`,
    plan_downgraded: (plan) => markdown`⬇️ Your plan has been changed to ${plan}.`,
  },
  email: (address) => markdown`📧 Email: ${address}`,
  thanks: 'Thank you for using Moddy! 🤖',
  oldPlan: 'Old plan',
  newPlan: 'New plan',
  reason: 'Reason',
  reasons: {
    unpaid: 'Payment not received',
    paused: 'Subscription paused',
    refunded: 'Payment refunded',
    disputed: 'Payment disputed',
  },
} satisfies Texts['planNotice'];

export const welcome: Texts['welcome'] = 'Welcome {user} to {server}!';
