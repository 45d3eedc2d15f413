import { markdown } from '../../common/discord-text.js';

/** What members are answered. */
export const answers = {
  confirmed: (title: string) => markdown`✅ Inscription confirmée : **${title}**`,
  confirmedIn: (title: string, role: string) => markdown`✅ Inscription confirmée : **${title}** — ${role}`,
  waiting: (title: string, position: number) =>
    markdown`⏳ Plus de place pour le moment : vous êtes sur la liste d'attente de **${title}** (position ${position}).`,
  already: (title: string) => markdown`ℹ️ Vous êtes déjà inscrit à **${title}**.`,
  chooseRole: 'Quel rôle prenez-vous ?',
  roleFirst: (title: string) => markdown`👉 **${title}** demande un rôle : votre choix vous inscrit.`,
  roleChanged: (role: string) => markdown`✅ Votre rôle : **${role}**.`,
  answered: (title: string, answer: string) => markdown`✅ **${title}** — votre réponse : ${answer}`,
  withdrawn: (title: string) => markdown`👋 Vous êtes désinscrit de **${title}**.`,
  adopted: (title: string) => markdown`✅ **${title}** est maintenant un événement VerseLink.`,
  noEvents: "Aucun événement à venir pour l'instant.",
  upcoming: '📅 Événements à venir',
  noSignups: "Vous n'êtes inscrit à aucun événement à venir.",
  mySignups: '📋 Vos événements',
  outdated: 'Ce bouton ne fonctionne plus. Utilisez le message le plus récent.',
  waitingShort: (position: number) => `liste d'attente, position ${position}`,
};
