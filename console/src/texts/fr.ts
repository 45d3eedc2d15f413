import { pluralsOf } from './plural.js';

const plural = pluralsOf('fr');

/** Everything that the console says. */
export const fr = {
  skip: 'Aller au contenu',
  sections: 'Rubriques',
  nav: { events: 'Événements' },
  language: 'Langue',
  languages: { fr: 'Français', en: 'English' },
  loading: 'Chargement…',
  signIn: {
    title: 'Connexion',
    welcome: 'Vos événements, vos inscriptions et vos serveurs Discord, au même endroit.',
    act: 'Se connecter avec Discord',
    denied: 'Discord ne vous a pas connecté : vous avez refusé, ou fermé la page. Rien n’a changé.',
    out: 'Se déconnecter',
  },
  missing: {
    title: 'Cette page n’existe pas',
    why: 'L’adresse est peut-être incomplète, ou la page a été déplacée.',
    back: 'Voir les événements',
  },
  failure: {
    title: 'Impossible d’afficher cette partie',
    network: 'Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez.',
    signedOut: 'Votre session est terminée. Connectez-vous de nouveau.',
    forbidden: 'Vous n’avez pas le droit de voir ceci.',
    missing: 'Ce que vous cherchez n’existe plus, ou ne vous est pas visible.',
    tooMany: 'Trop de demandes en peu de temps. Attendez un instant, puis réessayez.',
    away: 'Le service est occupé ou en maintenance. Réessayez dans un instant.',
    invalid: 'Le serveur n’a pas compris cette demande. Un filtre de l’adresse est peut-être faux.',
    unknown: 'Une erreur inattendue est survenue. Elle est notée dans nos journaux.',
    request: 'Numéro de la demande :',
    retry: 'Réessayer',
  },
  events: {
    title: 'Événements',
    filters: 'Filtres',
    period: 'Période',
    periods: { upcoming: 'À partir d’aujourd’hui', all: 'Toutes les dates' },
    organization: 'Organisation',
    allOrganizations: 'Toutes',
    state: 'État',
    allStates: 'Tous',
    type: 'Type',
    allTypes: 'Tous',
    reset: 'Effacer les filtres',
    zone: (zone: string) => `Fuseau horaire : ${zone}`,
    shown: (count: number) =>
      `${count} ${plural(count, { one: 'événement affiché', other: 'événements affichés' })}`,
    more: 'Afficher la suite',
    seats: (confirmed: number, max: number | null) =>
      `${confirmed}${max === null ? '' : `/${max}`} ${plural(confirmed, { one: 'inscrit', other: 'inscrits' })}`,
    waiting: (count: number) => `${count} en attente`,
    nothing: {
      title: 'Aucun événement à venir',
      next: 'Les événements de vos organisations apparaîtront ici. Sur un serveur Discord, la commande /event create en prépare un.',
    },
    nothingFound: {
      title: 'Aucun événement pour ces filtres',
      next: 'Élargissez la recherche en retirant des filtres.',
    },
    states: {
      draft: 'Brouillon',
      published: 'Publié',
      active: 'En cours',
      completed: 'Terminé',
      cancelled: 'Annulé',
    },
    types: {
      raid: 'Raid',
      course: 'Course',
      pvp: 'JcJ',
      fps: 'Combat à pied',
      salvaging: 'Récupération',
      logistique: 'Logistique',
      exploration: 'Exploration',
      mining: 'Minage',
      trading: 'Commerce',
      roleplay: 'Jeu de rôle',
      autre: 'Autre',
    },
  },
};

/** What every language has to say. */
export type Texts = typeof fr;
