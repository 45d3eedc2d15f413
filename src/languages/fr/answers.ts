import { markdown } from '../../common/discord-text.js';

/** What members are answered. */
export const answers = {
  confirmed: (title: string) => markdown`✅ Inscription confirmée : **${title}**`,
  confirmedIn: (title: string, role: string) => markdown`✅ Inscription confirmée : **${title}** — ${role}`,
  waiting: (title: string, position: number) =>
    markdown`⏳ Plus de place pour le moment : vous êtes sur la liste d'attente de **${title}** (position ${position}).`,
  pending: (title: string) =>
    markdown`🕓 Votre demande pour **${title}** attend la validation d'un organisateur. Vous serez prévenu.`,
  offered: (title: string, end: number) =>
    markdown`📨 Une place vous est proposée pour **${title}**` +
    `, jusqu'à <t:${end}:t> (<t:${end}:R>). Le bouton d'inscription la prend, celui de désinscription la laisse au suivant.`,
  pendingShort: 'en attente de validation',
  offeredShort: (end: number) => `place proposée jusqu'à <t:${end}:t>`,
  already: (title: string) => markdown`ℹ️ Vous êtes déjà inscrit à **${title}**.`,
  chooseRole: 'Quel rôle prenez-vous ?',
  roleFirst: (title: string) => markdown`👉 **${title}** demande un rôle : votre choix vous inscrit.`,
  roleChanged: (role: string) => markdown`✅ Votre rôle : **${role}**.`,
  answered: (title: string, answer: string) => markdown`✅ **${title}** — votre réponse : ${answer}`,
  boarded: (ship: string, post: string) => markdown`🚀 Vous êtes à bord : **${ship}**, ${post}.`,
  ashore: '👋 Vous n’êtes plus à bord d’un vaisseau ; votre place reste la vôtre.',
  ownShip: (model: string) => markdown`🚀 Vous apportez : **${model}**.`,
  noOwnShip: '🚀 Vous n’apportez plus de vaisseau.',
  checkedIn: (title: string) => markdown`📍 Votre présence à **${title}** est notée.`,
  withdrawn: (title: string) => markdown`👋 Vous êtes désinscrit de **${title}**.`,
  adopted: (title: string) => markdown`✅ **${title}** est maintenant un événement VerseLink.`,
  noEvents: "Aucun événement à venir pour l'instant.",
  upcoming: '📅 Événements à venir',
  moreEvents: (count: number, command: string) =>
    `-# … et ${count} de plus : \`${command}\` les trouve par leur titre.`,
  more: (count: number) => `-# … et ${count} de plus.`,
  inTable: '-# … les autres sont dans le tableau joint.',
  noSignups: "Vous n'êtes inscrit à aucun événement à venir.",
  mySignups: '📋 Vos événements',
  calendarName: 'VerseLink',
  calendarLink: (url: string, webcal: string) =>
    `📅 Ajoutez cette adresse à votre agenda (« à partir d’une URL » ou « s’abonner »). Il suivra les événements auxquels vous venez, avec leurs changements :\n<${url}>\nSur iPhone, iPad et Mac : \`${webcal}\`\n🔒 Ce lien n’est montré qu’ici, une fois. Il montre vos événements à qui le possède : \`/mes agenda révoquer:True\` le coupe.`,
  calendarFull: 'Vous avez déjà dix liens d’agenda. `/mes agenda révoquer:True` les coupe tous.',
  calendarsRevoked: '🔒 Vos liens d’agenda sont coupés : ils ne montrent plus rien.',
  moreSignups: (count: number, command: string) =>
    `-# … et ${count} de plus : \`${command}\` vous les envoie tous.`,
  outdated:
    'Ce bouton, ce menu ou ce formulaire ne fonctionne plus. Utilisez le message le plus récent ; `/événement liste` montre ce qui est prévu.',
  waitingShort: (position: number) => `liste d'attente, position ${position}`,
};
