import { markdown } from '../../common/discord-text.js';
import type { Texts } from '../texts.js';

export const premium = {
  noAccount: (site: string) => `❌ You have no account on the website.\nCreate one at ${site}`,
  email: (address: string) => markdown`📧 Email: ${address}`,
  account: '📅 Account created:',
  active: '✅ You have an active subscription!',
  none: 'ℹ️ You have no subscription.',
  plan: (plan: string) => markdown`💎 Plan: **${plan}**`,
  since: '🗓️ Since',
  renews: '🔁 Renews on',
  ends: '⏳ Ends on',
  gives: '🎁 Roles:',
  givesElsewhere: '🎁 It gives roles on the main server.',
} satisfies Texts['premium'];
