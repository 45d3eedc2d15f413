import { markdown } from '../../common/discord-text.js';

/** What members are told about their events, in channels and directly. `when` is a moment as Discord shows it. */
export const eventNotices = {
  reminder: (title: string, when: string) => markdown`⏰ **${title}** commence bientôt : ` + when,
  promotion: (title: string, when: string) =>
    markdown`🎉 Une place s’est libérée : vous participez à **${title}**, ` + when,
  offer: (title: string, when: string) => markdown`📨 Une place vous est proposée pour **${title}**, ` + when,
  offerUntil: (end: string) =>
    `⏳ Elle vous est gardée : la réponse est à donner ${end}. Le bouton d’inscription du message la prend aussi.`,
  lapsed: (title: string, when: string) =>
    markdown`⌛ La place proposée pour **${title}** n’est plus gardée, faute de réponse : l’inscription est à refaire. Prévu : ` +
    when,
  accept: 'Accepter',
  decline: 'Refuser',
  approved: (title: string, when: string) =>
    markdown`✅ Votre inscription à **${title}** est validée : ` + when,
  declined: (title: string, when: string) =>
    markdown`❌ Votre inscription à **${title}** n’a pas été retenue. Prévu : ` + when,
  change: (title: string, when: string) => markdown`📅 **${title}** a changé d’heure ou de lieu : ` + when,
  cancellation: (title: string, when: string) => markdown`❌ **${title}** est annulé. Prévu : ` + when,
  announcement: (title: string, when: string) =>
    markdown`📣 Message des organisateurs de **${title}**, ` + when,
  place: (place: string) => markdown`📍 ${place}`,
  reason: (reason: string) => markdown`Raison : ${reason}`,
  seats: (confirmed: number, max: number | null) => `👥 ${confirmed}${max === null ? '' : `/${max}`}`,
  unreached: (people: string) =>
    `📪 ${people} : vos messages privés me sont fermés, alors je vous le dis ici.`,
  open: 'Voir l’inscription',
  directly: 'Me prévenir en privé',
  /** Switches one kind off, below a message of that kind. */
  off: {
    reminder: 'Plus de rappels',
    promotion: 'Plus de messages de place libérée',
    change: 'Plus de messages de changement',
    cancellation: 'Plus de messages d’annulation',
    announcement: 'Plus d’annonces',
  },
  /** The page on which people choose what they are told. */
  panel:
    '## 🔔 Messages privés\nCe que VerseLink vous dit en privé des événements auxquels vous participez. Touchez un bouton pour le changer.',
  panelOff: 'Vous ne recevez **aucun** message privé.',
  panelOn: 'Vous recevez ce qui est coché.',
  kinds: {
    reminder: 'Rappels',
    promotion: 'Place libérée',
    change: 'Heure ou lieu',
    cancellation: 'Annulation',
    announcement: 'Annonces',
  },
  optIn: 'Recevoir des messages privés',
  optOut: 'Ne plus rien recevoir',
  /** An organizer's reminders and announcements. */
  reminders: 'Rappels',
  remindersOf: (title: string) => markdown`## ⏰ Rappels de **${title}**`,
  asServer: 'Comme le serveur',
  asServerChosen: 'Les rappels suivent les réglages de chaque serveur.',
  noReminders: 'Aucun rappel.',
  remindedAt: (times: string) => `Rappels avant le début : ${times}.`,
  chooseReminders: 'Choisir les rappels',
  announce: 'Annoncer…',
  announceTitle: 'Écrire aux participants',
  announceLabel: 'Votre message',
  audienceLabel: 'À qui',
  audiences: {
    all: 'Tous ceux qui participent ou attendent',
    seated: 'Ceux qui ont une place',
    waitlist: 'Ceux de la liste d’attente',
  },
  announced: 'Votre message part à l’instant.',
};
