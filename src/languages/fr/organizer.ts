import { markdown } from '../../common/discord-text.js';

/** What organizers are answered. */
export const organizer = {
  draft: '📝 Brouillon : voici ce que verront les membres. Rien n’est publié avant votre accord.',
  otherDrafts: 'Reprendre un autre brouillon',
  publish: 'Publier',
  edit: 'Modifier',
  drop: 'Abandonner',
  published: (title: string) =>
    markdown`✅ **${title}** est publié. Il apparaîtra sur vos serveurs dans un instant.`,
  reposted: (title: string) => markdown`✅ **${title}** sera de nouveau sur ce serveur dans un instant.`,
  dropped: (title: string) => markdown`🗑️ Le brouillon **${title}** est supprimé.`,
  edited: (title: string) => markdown`✅ **${title}** est modifié.`,
  cancelled: (title: string) => markdown`✅ **${title}** est annulé.`,
  started: (title: string) => markdown`✅ **${title}** a commencé.`,
  completed: (title: string) => markdown`✅ **${title}** est terminé.`,
  added: (handle: string, title: string) => markdown`✅ **${handle}** est inscrit à **${title}**.`,
  addedWaiting: (handle: string, title: string) =>
    markdown`⏳ Plus de place : **${handle}** est sur la liste d'attente de **${title}**.`,
  removed: (handle: string, title: string) => markdown`✅ **${handle}** n'est plus inscrit à **${title}**.`,
  approved: (handle: string, title: string) =>
    markdown`✅ **${handle}** est inscrit à **${title}** et en sera prévenu.`,
  declined: (handle: string, title: string) =>
    markdown`✅ La demande de **${handle}** pour **${title}** est refusée.`,
  missed: (handle: string) => markdown`✅ **${handle}** est noté comme pas venu.`,
  came: (handle: string) => markdown`✅ **${handle}** est noté comme venu.`,
  moved: (handle: string, role: string) => markdown`✅ **${handle}** a le rôle **${role}**.`,
  shipAdded: (ship: string, crew: number, title: string) =>
    markdown`✅ **${ship}** (équipage de ${crew}) est dans la flotte de **${title}**.`,
  templateSaved: (name: string) =>
    markdown`✅ Modèle **${name}** enregistré. \`/événement depuis-modèle\` en fait un événement.`,
  templateDeleted: (name: string) => markdown`🗑️ Le modèle **${name}** est supprimé.`,
  defaultDescription: 'Détails à venir.',
  timezone: (zone: string) =>
    markdown`✅ Votre fuseau horaire : **${zone}**. Les dates que vous écrivez sont lues à cette heure.`,
  language: '✅ Les messages que VerseLink vous envoie seront en français.',
};
