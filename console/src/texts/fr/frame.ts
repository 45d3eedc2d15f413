import { pluralsOf } from '../plural.js';

const plural = pluralsOf('fr');

/** What every page is framed by, and what any of them may have to say. */
export const frame = {
  skip: 'Aller au contenu',
  sections: 'Rubriques',
  nav: {
    events: 'Événements',
    organizations: 'Organisations',
    servers: 'Serveurs',
    me: 'Mon compte',
    admin: 'Administration',
  },
  account: (handle: string) => `Compte de ${handle}`,
  language: 'Langue',
  languages: { fr: 'Français', en: 'English' },
  loading: 'Chargement…',
  signIn: {
    title: 'Connexion',
    welcome: 'Vos événements, vos inscriptions et vos serveurs Discord, au même endroit.',
    act: 'Se connecter avec Discord',
    denied: 'Discord ne vous a pas connecté : vous avez refusé, ou fermé la page. Rien n’a changé.',
    out: 'Se déconnecter',
  },
  missing: {
    title: 'Cette page n’existe pas',
    why: 'L’adresse est peut-être incomplète, ou la page a été déplacée.',
    back: 'Voir les événements',
  },
  list: {
    shown: (count: number) => `${count} ${plural(count, { one: 'affiché', other: 'affichés' })}`,
    more: 'Afficher la suite',
  },
  copy: {
    act: 'Copier',
    done: 'C’est copié.',
    refused: 'Le navigateur refuse de copier : sélectionnez le texte et copiez-le vous-même.',
  },
  plots: {
    told: (title: string) => `${title} : la table ci-dessous dit la même chose`,
    table: 'En table',
    moment: 'Moment',
    day: 'Jour (UTC)',
    save: 'Exporter (CSV)',
  },
  noRight: {
    title: 'Cette page ne vous est pas ouverte',
    part: 'Cette partie ne vous est pas ouverte',
    why: 'Votre compte n’a pas le droit dont elle a besoin. Un administrateur peut vous le donner.',
    back: 'Voir les événements',
  },
  dialog: {
    close: 'Fermer',
    back: 'Ne rien changer',
    type: (phrase: string) => `Tapez « ${phrase} » pour confirmer`,
  },
  failure: {
    title: 'Impossible d’afficher cette partie',
    network: 'Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez.',
    signedOut: 'Votre session est terminée. Connectez-vous de nouveau.',
    forbidden: 'Vous n’avez pas le droit de voir ceci.',
    missing: 'Ce que vous cherchez n’existe plus, ou ne vous est pas visible.',
    conflict: 'Ce n’est pas possible dans l’état présent.',
    tooMany: 'Trop de demandes en peu de temps. Attendez un instant, puis réessayez.',
    away: 'Le service est occupé ou en maintenance. Réessayez dans un instant.',
    invalid: 'Le serveur n’a pas compris cette demande. Un filtre de l’adresse est peut-être faux.',
    unknown: 'Une erreur inattendue est survenue. Elle est notée dans nos journaux.',
    notDone: 'Ce n’est pas fait.',
    /** Instead of the reasons above, when it was an act that was refused. */
    ofAct: {
      forbidden: 'Vous n’en avez pas le droit.',
      missing: 'Ce dont il s’agit n’existe plus, ou ne vous est pas visible.',
      invalid: 'Le serveur n’accepte pas ce qui a été saisi.',
    },
    request: 'Numéro de la demande :',
    retry: 'Réessayer',
  },
};
