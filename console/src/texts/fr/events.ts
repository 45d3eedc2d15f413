import { pluralsOf } from '../plural.js';

const plural = pluralsOf('fr');

/** The list of events. */
export const events = {
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
  zone: (zone: string) => `Fuseau horaire : ${zone}`,
  seats: (confirmed: number, max: number | null) =>
    `${confirmed}${max === null ? '' : `/${max}`} ${plural(confirmed, { one: 'inscrit', other: 'inscrits' })}`,
  waiting: (count: number) => `${count} en attente`,
  calendar: {
    view: 'Affichage',
    views: { list: 'Liste', month: 'Mois', agenda: 'Agenda' },
    previous: 'Mois précédent',
    next: 'Mois suivant',
    today: 'Aujourd’hui',
    count: (count: number) => `${count} ${plural(count, { one: 'événement', other: 'événements' })}`,
    more: (count: number) => `et ${count} de plus`,
    free: 'Rien ce jour-là.',
    empty: 'Rien ce mois-ci.',
  },
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
};
