import { markdown } from '../../common/discord-text.js';

/** How people join an organization on Discord. */
export const joining = {
  asked: "📨 Demande envoyée : l'équipe de l'organisation vous répondra.",
  notice: (handle: string, organization: string, message: string | null) =>
    markdown`📨 **${handle}** demande à rejoindre **${organization}**.` +
    (message === null ? '' : markdown`\n> ${message}`),
  noRequests: "Aucune demande n'attend de réponse.",
  requests: '📨 Demandes en attente',
  request: (handle: string, message: string | null) =>
    message === null ? markdown`**${handle}**` : markdown`**${handle}** : ${message}`,
  moreRequests: "-# D'autres demandes attendent : répondez à celles-ci, puis rappelez cette commande.",
  button: {
    accept: (handle: string) => `Accepter ${handle}`,
    decline: (handle: string) => `Refuser ${handle}`,
  },
  decided: {
    accept: (handle: string) => markdown`✅ **${handle}** fait maintenant partie de l'organisation.`,
    decline: (handle: string) => markdown`🚫 La demande de **${handle}** est refusée.`,
  },
};
