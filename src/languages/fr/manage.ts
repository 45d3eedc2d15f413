import { markdown } from '../../common/discord-text.js';
import { pluralsOf } from '../plural.js';

const plural = pluralsOf('fr');

/** The panel of an event's organizers. */
export const manage = {
  states: {
    draft: '📝 Brouillon',
    published: '📢 Publié',
    active: '🟢 En cours',
    completed: '🏁 Terminé',
    cancelled: '❌ Annulé',
  },
  seats: (confirmed: number, max: number | null, waiting: number) =>
    `👥 ${confirmed}${max === null ? '' : `/${max}`} ${plural(confirmed, { one: 'inscrit', other: 'inscrits' })}` +
    (waiting === 0 ? '' : ` · ⏳ ${waiting} en attente`),
  edit: 'Modifier',
  start: 'Commencer',
  complete: 'Terminer',
  cancel: 'Annuler l’événement…',
  lock: 'Verrouiller',
  unlock: 'Déverrouiller',
  locked: '🔒 réponses verrouillées',
  refresh: 'Actualiser',
  chooseRules: 'Règles d’inscription et réponses proposées',
  rules: {
    members_only: 'Réservé aux membres de l’organisation',
    role_required: 'Un rôle est obligatoire',
    approval_required: 'Chaque inscription est validée',
    offers: 'Une place libérée est proposée, puis passe au suivant',
  },
  requests: (count: number) => `À valider (${count})`,
  requestsHeading: '🕓 Inscriptions à valider',
  noRequests: 'Plus rien à valider.',
  moreRequests: (count: number) => `-# … et ${count} de plus, ensuite.`,
  approve: 'Valider',
  decline: 'Refuser',
  promote: 'Donner une place',
  noShow: 'Pas venu',
  came: 'Venu quand même',
  whoCame: 'Noter qui n’est pas venu',
  person: 'Inscrire, déplacer ou retirer quelqu’un',
  reasonTitle: 'Annuler l’événement',
  reasonLabel: 'Pourquoi ? Les membres le liront.',
  notSignedUp: 'pas inscrit',
  standing: (status: string, role: string | null) => (role === null ? status : markdown`${status}, ${role}`),
  statuses: {
    confirmed: '✅ inscrit',
    waitlist: '⏳ en attente',
    offered: '📨 place proposée',
    pending: '🕓 en attente de validation',
    checked_in: '✅ présent',
    withdrawn: 'désinscrit',
    no_show: 'pas venu',
  },
  seat: 'Inscrire',
  remove: 'Désinscrire',
  back: 'Retour à l’événement',
  whichEvent: 'À quel événement ?',
  chooseEvent: 'Choisir un événement',
};
