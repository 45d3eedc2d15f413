export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

type Words = Readonly<Record<Language, string>>;

interface Described {
  /** Its files are called so. */
  readonly name: string;
  /** What the picture shows, for those who do not see it. */
  readonly alt: Words;
  /** A text by which the scene is known to be there. */
  readonly shows: Words;
}

/** What an organization of each language plays in the scenes. */
export const PLOTS = {
  fr: {
    organizer: 'Ada',
    siteAdmin: 'Hedy',
    crew: [
      'Nova',
      'Orion',
      'Vega',
      'Lyra',
      'Altaïr',
      'Cassiopée',
      'Rigel',
      'Sirius',
      'Mira',
      'Deneb',
      'Elara',
      'Io',
    ],
    organization: { name: 'Les Éclaireurs', tag: 'ECL' },
    server: 'Les Éclaireurs',
    announcements: 'annonces',
    mining: {
      title: 'Sortie minage à Aaron Halo',
      description:
        'Deux **Prospector**, un *MOLE* et une escorte. Rendez-vous au quai 04, départ à l’heure.\n\n- Vocal : « Opérations »\n- Prévoir du carburant',
      roles: ['Pilote', 'Mineur', 'Escorte'],
    },
    convoy: { title: 'Convoi vers Pyro', reason: 'Serveurs en maintenance ce soir-là.' },
    command: { title: 'Patrouille de Crusader', when: 'vendredi 21h', duration: '2h', place: 'Crusader' },
  },
  en: {
    organizer: 'Grace',
    siteAdmin: 'Mary',
    crew: ['Atlas', 'Juno', 'Echo', 'Faye', 'Odin', 'Iris', 'Kai', 'Luna', 'Milo', 'Nico', 'Opal', 'Rex'],
    organization: { name: 'The Pathfinders', tag: 'PATH' },
    server: 'The Pathfinders',
    announcements: 'announcements',
    mining: {
      title: 'Mining trip to Aaron Halo',
      description:
        'Two **Prospectors**, a *MOLE* and an escort. We meet at dock 04 and leave on time.\n\n- Voice: “Operations”\n- Bring fuel',
      roles: ['Pilot', 'Miner', 'Escort'],
    },
    convoy: { title: 'Convoy to Pyro', reason: 'The servers are down that evening.' },
    command: { title: 'Patrol of Crusader', when: 'friday 9pm', duration: '2h', place: 'Crusader' },
  },
} as const;

/** What members and organizers see on Discord. */
export const MESSAGES = {
  signup: {
    name: 'signup',
    alt: {
      fr: 'Le message d’inscription d’un événement : date, lieu, rôles avec leurs places et leurs gens, et les boutons',
      en: 'The signup message of an event: date, place, roles with their seats and people, and the buttons',
    },
    shows: { fr: '3 places libres', en: '3 seats free' },
  },
  full: {
    name: 'full',
    alt: {
      fr: 'Le message d’un événement complet, avec sa liste d’attente',
      en: 'The message of a full event, with its waitlist',
    },
    shows: { fr: "Liste d'attente (2)", en: 'Waitlist (2)' },
  },
  cancelled: {
    name: 'cancelled',
    alt: {
      fr: 'Le message d’un événement annulé, avec la raison de l’organisateur',
      en: 'The message of a cancelled event, with the organizer’s reason',
    },
    shows: { fr: 'Annulé', en: 'Cancelled' },
  },
  draft: {
    name: 'draft',
    alt: {
      fr: 'Un brouillon fait par une commande, avec ses boutons pour publier ou changer',
      en: 'A draft made by a command, with its buttons to publish or to change',
    },
    shows: { fr: PLOTS.fr.command.title, en: PLOTS.en.command.title },
  },
  panel: {
    name: 'panel',
    alt: {
      fr: 'Le panneau d’un organisateur : rappeler, verrouiller, annuler, gérer les inscrits',
      en: 'An organizer’s panel: remind, lock, cancel, manage who is signed up',
    },
    shows: { fr: PLOTS.fr.mining.title, en: PLOTS.en.mining.title },
  },
  setup: {
    name: 'setup',
    alt: {
      fr: 'Les réglages d’un serveur : salons, langue, et ce qui manque au bot',
      en: 'The settings of a server: channels, language, and what the bot lacks',
    },
    shows: { fr: '#events', en: '#events' },
  },
} as const satisfies Readonly<Record<string, Described>>;

interface View extends Described {
  readonly address: string;
  /** Who looks; the organizer when it is left out. */
  readonly who?: 'siteAdmin';
  /** The part of the page that is at the top of the picture, where that is not the page's own top. */
  readonly from?: string;
}

/** Views of the console; `{event}` and `{guild}` stand for ids. */
export const VIEWS: readonly View[] = [
  {
    name: 'console-events',
    address: '/app/events',
    alt: { fr: 'La liste des événements à venir', en: 'The list of events to come' },
    shows: { fr: PLOTS.fr.mining.title, en: PLOTS.en.mining.title },
  },
  {
    name: 'console-event',
    address: '/app/events/{event}',
    alt: {
      fr: 'Un événement : ce que c’est, ce que l’organisateur peut en faire, et dessous ses vues',
      en: 'An event: what it is, what the organizer can do with it, and its views below',
    },
    shows: { fr: 'Orion', en: 'Juno' },
  },
  {
    name: 'console-roster',
    address: '/app/events/{event}',
    from: '.tabs',
    alt: {
      fr: 'Les inscrits d’un événement, rôle par rôle, avec les places prises et libres',
      en: 'The roster of an event, role by role, with the seats taken and free',
    },
    shows: { fr: 'Orion', en: 'Juno' },
  },
  {
    name: 'console-timeline',
    address: '/app/events/{event}/timeline',
    from: '.tabs',
    alt: {
      fr: 'Le fil d’un événement : qui a fait quoi, et quand',
      en: 'The timeline of an event: who did what, and when',
    },
    shows: { fr: 'Orion', en: 'Juno' },
  },
  {
    name: 'console-new-event',
    address: '/app/events/new',
    alt: { fr: 'Le formulaire d’un nouvel événement', en: 'The form of a new event' },
    shows: { fr: 'Description', en: 'Description' },
  },
  {
    name: 'console-mirrors',
    address: '/app/events/{event}/mirrors',
    from: '.tabs',
    alt: {
      fr: 'Ce qu’un serveur Discord montre d’un événement, comparé champ par champ à ce qui est voulu',
      en: 'What a Discord server shows of an event, compared field by field with what is wanted',
    },
    shows: { fr: PLOTS.fr.server, en: PLOTS.en.server },
  },
  {
    name: 'console-doctor',
    address: '/app/servers/{guild}',
    alt: {
      fr: 'Le diagnostic d’un serveur : la permission qui manque au bot dans un salon, qui la refuse, et le bouton qui répare',
      en: 'The doctor of a server: the permission that the bot lacks in a channel, who denies it, and the button that mends it',
    },
    shows: { fr: '#annonces', en: '#announcements' },
  },
  {
    name: 'console-failures',
    address: '/app/admin',
    who: 'siteAdmin',
    alt: {
      fr: 'Les tâches échouées, groupées par cause, avec leur nombre et ce qui les répare',
      en: 'Failed jobs, grouped by their cause, with their number and what mends them',
    },
    shows: { fr: '#annonces', en: '#announcements' },
  },
  {
    name: 'console-health',
    address: '/app/admin/health',
    who: 'siteAdmin',
    alt: {
      fr: 'La santé de VerseLink : l’état de chaque partie, et les chiffres des dernières heures',
      en: 'The health of VerseLink: the state of each part, and the figures of the last hours',
    },
    shows: { fr: 'VerseLink', en: 'VerseLink' },
  },
];

/** The two recordings. */
export const RECORDINGS = {
  create: {
    name: 'recording-create',
    alt: {
      fr: 'Un organisateur crée un événement par une commande Discord, publie le brouillon, et le message paraît',
      en: 'An organizer creates an event by a Discord command, publishes the draft, and the message appears',
    },
  },
  rush: {
    name: 'recording-rush',
    alt: {
      fr: 'Vingt-quatre membres s’inscrivent d’un coup : les rôles se remplissent, puis la liste d’attente',
      en: 'Twenty-four members sign up at once: the roles fill up, then the waitlist',
    },
  },
} as const satisfies Readonly<Record<string, Omit<Described, 'shows'>>>;
