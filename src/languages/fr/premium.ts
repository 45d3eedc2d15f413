import { markdown } from '../../common/discord-text.js';

/** What `/premium` answers. */
export const premium = {
  noAccount: (site: string) => `❌ Vous n'avez pas de compte sur le site.\nCréez-en un sur ${site}`,
  email: (address: string) => markdown`📧 Email: ${address}`,
  account: '📅 Compte créé :',
  active: '✅ Vous avez un abonnement actif !',
  none: "ℹ️ Vous n'avez pas d'abonnement.",
  plan: (plan: string) => markdown`💎 Plan : **${plan}**`,
  since: '🗓️ Depuis le',
  renews: '🔁 Se renouvelle le',
  ends: '⏳ Se termine le',
  gives: '🎁 Rôles :',
  givesElsewhere: '🎁 Il donne des rôles sur le serveur principal.',
};
