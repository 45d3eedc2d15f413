import { markdown } from '../../common/discord-text.js';

/** The direct message about a change of a member's plan. A headline gets the plan's name, where one is known. */
export const planNotice = {
  headline: {
    subscription_created: '🎉 Votre abonnement a été activé avec succès !',
    subscription_updated: '🔄 Votre abonnement a été mis à jour.',
    subscription_cancelled: '❌ Votre abonnement a été annulé.',
    plan_upgraded: '⬆️ Votre plan a été amélioré !',
    plan_downgraded: '⬇️ Votre plan a été changé.',
  },
  headlineOf: {
    subscription_created: (plan: string) => markdown`🎉 Votre abonnement ${plan} a été activé avec succès !`,
    subscription_updated: (plan: string) => markdown`🔄 Votre abonnement ${plan} a été mis à jour.`,
    subscription_cancelled: (_plan: string) => '❌ Votre abonnement a été annulé.',
    plan_upgraded: (plan: string) => markdown`⬆️ Votre plan a été amélioré vers ${plan} !`,
    plan_downgraded: (plan: string) => markdown`⬇️ Votre plan a été changé vers ${plan}.`,
  },
  email: (address: string) => markdown`📧 Email: ${address}`,
  thanks: "Merci d'utiliser Moddy ! 🤖",
  oldPlan: 'Ancien plan',
  newPlan: 'Nouveau plan',
  reason: 'Raison',
  /** What we say for a reason of our own; any other stands as it is given. */
  reasons: {
    unpaid: 'Paiement non reçu',
    paused: 'Abonnement en pause',
    refunded: 'Paiement remboursé',
    disputed: 'Paiement contesté',
  },
};

/** `{user}` stands for the member, `{server}` for the server's name, as in a server's own text. */
export const welcome = 'Bienvenue {user} sur {server} !';
