import { escapeMarkup as plain } from '../common/discord-text.js';
import type { DomainError } from '../common/errors.js';
import type { Locale } from '../features/users/rules/user.js';

/** What members are told, in their language (contract.md §4). Names come as they are kept, and are escaped here. */
export interface GatewayTexts {
  readonly confirmed: (title: string, role: string | null) => string;
  readonly waiting: (title: string, position: number | null) => string;
  readonly already: (title: string) => string;
  readonly chooseRole: string;
  readonly roleChanged: (role: string) => string;
  readonly withdrawn: (title: string) => string;
  readonly noEvents: string;
  readonly upcoming: string;
  readonly noSignups: string;
  readonly mySignups: string;
  readonly outdated: string;
  readonly waitingShort: (position: number | null) => string;
}

const FR: GatewayTexts = {
  confirmed: (title, role) =>
    `✅ Inscription confirmée : **${plain(title)}**${role === null ? '' : ` — ${plain(role)}`}`,
  waiting: (title, position) =>
    `⏳ Plus de place pour le moment : vous êtes sur la liste d'attente de **${plain(title)}**${position === null ? '' : ` (position ${position})`}.`,
  already: (title) => `ℹ️ Vous êtes déjà inscrit à **${plain(title)}**.`,
  chooseRole: 'Choisissez un rôle dans le menu du message.',
  roleChanged: (role) => `✅ Votre rôle : **${plain(role)}**.`,
  withdrawn: (title) => `👋 Vous êtes désinscrit de **${plain(title)}**.`,
  noEvents: "Aucun événement à venir pour l'instant.",
  upcoming: '📅 Événements à venir',
  noSignups: "Vous n'êtes inscrit à aucun événement à venir.",
  mySignups: '📋 Vos événements',
  outdated: 'Ce bouton ne fonctionne plus. Utilisez le message le plus récent.',
  waitingShort: (position) =>
    position === null ? "liste d'attente" : `liste d'attente, position ${position}`,
};

const EN: GatewayTexts = {
  confirmed: (title, role) =>
    `✅ You are signed up: **${plain(title)}**${role === null ? '' : ` — ${plain(role)}`}`,
  waiting: (title, position) =>
    `⏳ No seat is free right now: you are on the waitlist of **${plain(title)}**${position === null ? '' : ` (position ${position})`}.`,
  already: (title) => `ℹ️ You are already signed up for **${plain(title)}**.`,
  chooseRole: 'Choose a role in the menu of the message.',
  roleChanged: (role) => `✅ Your role: **${plain(role)}**.`,
  withdrawn: (title) => `👋 You are no longer signed up for **${plain(title)}**.`,
  noEvents: 'No upcoming events for now.',
  upcoming: '📅 Upcoming events',
  noSignups: 'You are not signed up for any upcoming event.',
  mySignups: '📋 Your events',
  outdated: 'This button no longer works. Use the most recent message.',
  waitingShort: (position) => (position === null ? 'waitlist' : `waitlist, position ${position}`),
};

/** The texts in a language. */
export const gatewayTexts = (locale: Locale): GatewayTexts => (locale === 'en' ? EN : FR);

/** Refusals by the error's code. */
const REFUSALS: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  event_not_found: { fr: "Cet événement n'existe plus.", en: 'This event does not exist any more.' },
  event_closed: {
    fr: 'Les inscriptions à cet événement sont fermées.',
    en: 'Signups for this event are closed.',
  },
  signup_restricted: {
    fr: "Les inscriptions sont réservées aux membres de l'organisation et aux rôles Discord choisis par l'organisateur. Demandez-lui de vous y ajouter.",
    en: "Signups are for the organization's members and for the Discord roles that the organizer chose. Ask the organizer to let you in.",
  },
  not_signed_up: {
    fr: "Vous n'êtes pas inscrit à cet événement.",
    en: 'You are not signed up for this event.',
  },
  role_full: {
    fr: 'Ce rôle est complet : vous gardez votre place actuelle.',
    en: 'This role is full: you keep the seat you have.',
  },
  validation_failed: {
    fr: "Ce rôle n'existe plus dans cet événement.",
    en: 'This role is not part of the event any more.',
  },
  waitlist_full: {
    fr: "La liste d'attente de cet événement est complète.",
    en: 'The waitlist of this event is full.',
  },
};

const UNKNOWN = {
  fr: "❌ Une erreur est survenue, rien n'a été perdu. Réessayez dans un instant.",
  en: '❌ Something went wrong, nothing was lost. Try again in a moment.',
} as const satisfies Record<Locale, string>;

/** Why something was refused, or that it failed (`null`), in plain words. */
export function refusalText(error: DomainError | null, locale: Locale): string {
  const refusal = error === null ? undefined : REFUSALS[error.code];
  return refusal === undefined ? UNKNOWN[locale] : `❌ ${refusal[locale]}`;
}
