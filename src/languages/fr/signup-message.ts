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
  organizer: '👤 Organisateur',
  addToCalendar: 'Ajouter à mon agenda',
  ships: '🚀 Vaisseaux',
  ship: (model: string, crew: number) => `${model} · équipage de ${crew}`,
  free: (count: number) =>
    count === 0 ? 'Complet' : `${count} ${plural(count, { one: 'place libre', other: 'places libres' })}`,
  noLimit: 'Sans limite de places',
  signedUp: 'Inscrits',
  reason: '💬 Raison',
  waitlist: "⏳ Liste d'attente",
  noRole: 'Sans rôle',
  otherRoles: (from: number, to: number) => `Autres rôles (${from} à ${to})`,
  moreRoles: (count: number) =>
    `… et ${count} ${plural(count, { one: 'autre rôle', other: 'autres rôles' })}, dans les menus et par « Voir les inscrits »`,
  noOne: '—',
  more: (count: number) => `… et ${count} de plus`,
  signUp: "S'inscrire",
  withdraw: 'Se désinscrire',
  showList: 'Voir les inscrits',
  edit: 'Modifier',
  manage: 'Gérer',
  chooseRole: 'Choisir un rôle',
  chooseRoleOf: (from: number, to: number) => `Choisir un rôle (${from} à ${to})`,
  seats: (taken: number, capacity: number) =>
    `${taken}/${capacity} ${plural(capacity, { one: 'place', other: 'places' })}`,
  own: (role: string) => `➡️ Vous : ${role}`,
  ownSeat: 'inscrit',
  ownWaiting: (position: number) => `liste d'attente, position ${position}`,
  page: (page: number, pages: number) => `Page ${page} sur ${pages}`,
  previous: 'Précédente',
  next: 'Suivante',
  full: '🟠 Complet',
  shut: '🔒 Inscriptions fermées',
  answers: { late: '🕒 En retard', tentative: '🤔 Peut-être', absent: '🚫 Absent' },
  signups: '🔒 Inscriptions',
  until: (time: string) => `jusqu'au ${time}`,
  locked: "fermées par l'organisateur",
  membersOnly: "réservées à l'organisation",
  active: '🟢 En cours',
  completed: '🏁 Terminé',
  cancelled: '❌ Annulé',
};
