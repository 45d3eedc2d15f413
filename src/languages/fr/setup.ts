import { markdown } from '../../common/discord-text.js';

/** What `/setup` shows. */
export const setup = {
  welcome:
    '## 👋 Bienvenue\nCe serveur n’est relié à aucune de vos organisations. Choisissez celle dont les événements paraîtront ici, ou fondez-en une.',
  welcomeNewcomer:
    '## 👋 Bienvenue\nLes événements appartiennent à une organisation. Fondez la vôtre en dix secondes ; ce serveur y sera relié.',
  chooseOrganization: 'Choisir une organisation',
  found: 'Fonder une organisation',
  nameLabel: 'Nom (3 à 100 caractères)',
  nameExample: 'Compagnie des longs-courriers',
  tagLabel: 'Sigle (2 à 10 lettres ou chiffres)',
  tagExample: 'CLC',
  heading: (server: string, tag: string, organization: string) =>
    markdown`## ⚙️ ${server}\nRelié à **[${tag}] ${organization}**. Chaque choix est enregistré aussitôt.`,
  unknown: '⚠️ Discord ne répond pas : je ne sais pas ce que je peux faire ici. Actualisez dans un instant.',
  features: {
    scheduled_events: '📅 Événements programmés',
    signup_messages: '📋 Messages d’inscription',
    announcements: '📢 Annonces',
    reminders: '⏰ Rappels',
    welcome: '👋 Messages d’accueil',
    channels: '🗂️ Salons d’événement',
    threads: '🧵 Fils d’événement',
    roles: '🏷️ Rôles',
  },
  needs: (permissions: string) => `Tout est permis : ${permissions}.`,
  lacks: (permissions: string) => `Il me manque : **${permissions}**.`,
  remedies: {
    self: 'Appuyez sur « Réparer » : je me les donne dans ce salon.',
    channel: 'Donnez-les à mon rôle dans les paramètres de ce salon, onglet Permissions.',
    invite:
      'Appuyez sur « Réinviter » et acceptez, ou donnez-les à mon rôle (Paramètres du serveur → Rôles).',
  },
  noChannel: 'Aucun salon choisi : rien n’est publié.',
  /** Where such messages go without a channel of their own. */
  otherChannel: 'Aucun salon choisi : le salon des messages d’inscription sert aussi à cela.',
  channels: {
    signup_messages: 'Salon des messages d’inscription',
    announcements: 'Salon des annonces',
    reminders: 'Salon des rappels',
  },
  remindersHeading: '**⏰ Quand rappeler les événements** (un événement peut en décider autrement)',
  layoutHeading: '**🗂️ Salons de chaque événement**, pour ceux qui y participent',
  layouts: {
    none: 'Aucun',
    category: 'Une catégorie avec salons textuel et vocaux',
    text: 'Un salon textuel',
    thread: 'Un fil dans le salon des inscriptions',
  },
  languageHeading: '**🌐 Langue des messages du serveur**',
  leavers: (frees: boolean): string =>
    frees
      ? '**👋 Départs** : une personne qui quitte tous les serveurs d’un événement perd sa place au bout d’une heure.'
      : '**👋 Départs** : une personne qui quitte les serveurs garde sa place.',
  freeSeats: 'Libérer ces places',
  keepSeats: 'Garder ces places',
  mend: 'Réparer',
  invite: 'Réinviter',
  look: 'Actualiser',
  nextChannel: '-# Prochaine étape : choisissez le salon des messages d’inscription.',
  nextEvent: '-# Prochaine étape : `/événement créer` prépare un événement, `/aide` montre le reste.',
};

/** Discord's permissions by the names that it shows. */
export const permissionNames = {
  'Manage Channels': 'Gérer les salons',
  'View Channels': 'Voir les salons',
  'Send Messages': 'Envoyer des messages',
  'Embed Links': 'Intégrer des liens',
  'Read Message History': 'Voir les anciens messages',
  'Manage Roles': 'Gérer les rôles',
  'Manage Events': 'Gérer les événements',
  'Manage Threads': 'Gérer les fils',
  'Create Public Threads': 'Créer des fils publics',
  'Create Private Threads': 'Créer des fils privés',
  'Send Messages in Threads': 'Envoyer des messages dans les fils',
  'Create Events': 'Créer des événements',
};
