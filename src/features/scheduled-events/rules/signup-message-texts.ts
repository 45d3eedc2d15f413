import type { EventState } from '../../events/rules/event.js';
import type { Locale } from '../../users/rules/user.js';

/** Texts of the signup message, in the server's language. */
export interface SignupMessageTexts {
  readonly when: string;
  readonly duration: string;
  readonly participants: string;
  readonly location: string;
  readonly waitlist: string;
  readonly noRole: string;
  readonly otherRoles: string;
  readonly nobody: string;
  readonly more: (count: number) => string;
  readonly signUp: string;
  readonly withdraw: string;
  readonly showList: string;
  readonly chooseRole: string;
  readonly seats: (taken: number, capacity: number) => string;
  readonly state: Readonly<Record<EventState, string | null>>;
}

const FR: SignupMessageTexts = {
  when: '📅 Date',
  duration: '⏱️ Durée',
  participants: '👥 Participants',
  location: '📍 Lieu',
  waitlist: "⏳ Liste d'attente",
  noRole: 'Sans rôle',
  otherRoles: 'Autres rôles',
  nobody: '—',
  more: (count) => `… et ${count} de plus`,
  signUp: "S'inscrire",
  withdraw: 'Se désinscrire',
  showList: 'Voir les inscrits',
  chooseRole: 'Choisir un rôle',
  seats: (taken, capacity) => `${taken}/${capacity} places`,
  state: {
    draft: null,
    published: null,
    active: '🟢 En cours',
    completed: '🏁 Terminé',
    cancelled: '❌ Annulé',
  },
};

const EN: SignupMessageTexts = {
  when: '📅 Date',
  duration: '⏱️ Duration',
  participants: '👥 Participants',
  location: '📍 Location',
  waitlist: '⏳ Waitlist',
  noRole: 'No role',
  otherRoles: 'Other roles',
  nobody: '—',
  more: (count) => `… and ${count} more`,
  signUp: 'Sign up',
  withdraw: 'Withdraw',
  showList: 'Show participants',
  chooseRole: 'Choose a role',
  seats: (taken, capacity) => `${taken}/${capacity} seats`,
  state: {
    draft: null,
    published: null,
    active: '🟢 In progress',
    completed: '🏁 Completed',
    cancelled: '❌ Cancelled',
  },
};

/** The texts in a language. */
export const signupMessageTexts = (locale: Locale): SignupMessageTexts => (locale === 'en' ? EN : FR);

/** A duration such as `1 h 30`, the same in both languages. */
export function formatDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
}
