import { pluralsOf } from '../plural.js';

const plural = pluralsOf('fr');
const number = new Intl.NumberFormat('fr');

/** How Discord would show an event, and what saving it would do. */
export const preview = {
  title: 'Aperçu sur Discord',
  server: 'Serveur',
  language: 'Langue',
  ownLanguage: 'Celle du serveur',
  languages: { fr: 'Français', en: 'Anglais' },
  nothingYet: 'L’aperçu vient dès que le titre, la description et le début sont saisis.',
  noServer: 'Cette organisation n’a pas encore de serveur Discord.',
  wrong: 'L’aperçu suit dès que les champs sont justes.',
  open: 'Aperçu sur Discord',
  message: 'Message d’inscription',
  scheduledEvent: 'Événement programmé',
  limits: 'Limites de Discord',
  limitNames: {
    'scheduled_event.name': 'Événement : titre',
    'scheduled_event.description': 'Événement : description',
    'scheduled_event.location': 'Événement : lieu',
    'message.title': 'Message : titre',
    'message.description': 'Message : description',
    'message.roles': 'Message : rôles',
    message: 'Message entier',
  },
  usedOf: (used: number, most: number) => `${used} / ${most}`,
  cut: (over: number) => `coupé de ${over}`,
  warnings: {
    not_shown: () => 'Ce serveur n’affiche pas les événements : la synchronisation y est désactivée.',
    no_channel: () =>
      'Ce serveur n’a pas de salon pour les événements : il n’y aura pas de message d’inscription.',
    title_cut: (limit: number) =>
      `Discord coupe le titre de l’événement programmé à ${number.format(limit)} caractères.`,
    scheduled_description_cut: (limit: number) =>
      `Discord coupe la description de l’événement programmé à ${number.format(limit)} caractères.`,
    description_cut: (limit: number) =>
      `La description est coupée à ${number.format(limit)} caractères dans le message d’inscription.`,
    place_cut: (limit: number) =>
      `Discord coupe le lieu de l’événement programmé à ${number.format(limit)} caractères.`,
    many_roles: (limit: number) =>
      `Le message montre les inscrits des ${number.format(limit)} premiers rôles ; les autres y sont nommés avec leurs places.`,
    too_far: (_: number, day: string) =>
      `Discord ne prend un événement programmé que cinq ans à l’avance : à partir du ${day}.`,
  },
  review: 'Ce que l’enregistrement change',
  field: 'Champ',
  was: 'Avant',
  becomes: 'Après',
  onServers: 'Sur les serveurs',
  ofDraft: 'Un brouillon n’est affiché sur aucun serveur.',
  noServerChanges: 'Rien ne change sur Discord.',
  scheduledEventFields: (fields: string) => `Événement programmé (${fields})`,
  scheduledFields: {
    name: 'titre',
    description: 'description',
    location: 'lieu',
    scheduled_start_time: 'début',
    scheduled_end_time: 'fin',
  },
  told: 'Qui est prévenu',
  nobodyTold: 'Personne n’est prévenu.',
  people: (people: number, direct: number) =>
    `${people} ${plural(people, { one: 'personne', other: 'personnes' })}, dont ${direct} par message privé`,
};
