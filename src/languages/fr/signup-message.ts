import { shortDuration } from '../duration.js';
import { pluralsOf } from '../plural.js';

const plural = pluralsOf('fr');

/** The signup message, and the list of who takes part. */
export const signupMessage = {
  when: '📅 Date',
  duration: '⏱️ Durée',
  minutes: shortDuration,
  participants: '👥 Participants',
  location: '📍 Lieu',
  reason: '💬 Raison',
  waitlist: "⏳ Liste d'attente",
  noRole: 'Sans rôle',
  otherRoles: 'Autres rôles',
  noOne: '—',
  more: (count: number) => `… et ${count} de plus`,
  signUp: "S'inscrire",
  withdraw: 'Se désinscrire',
  showList: 'Voir les inscrits',
  chooseRole: 'Choisir un rôle',
  seats: (taken: number, capacity: number) =>
    `${taken}/${capacity} ${plural(capacity, { one: 'place', other: 'places' })}`,
  people: (title: string, names: string) => `${title} : ${names}`,
  active: '🟢 En cours',
  completed: '🏁 Terminé',
  cancelled: '❌ Annulé',
};
