import { escapeMarkup, markdown } from '../../common/discord-text.js';
import { listIn } from '../lists.js';

/** What is refused on a server, and where. */
export interface RefusedHere {
  readonly server: string;
  readonly feature: string;
  /** A channel's mention; `null` for the whole server. */
  readonly where: string | null;
  /** By their names on Discord; none when Discord did not say which. */
  readonly permissions: readonly string[];
  /** Those that cannot be given, by name. */
  readonly roles: readonly string[];
  /** What makes room, where the server is full. */
  readonly remedy: string;
  /** The link that invites the bot anew. */
  readonly invite: string;
}

const place = (where: string | null): string => (where === null ? '' : ` dans ${where}`);

/** What those who look after a server are told. */
export const serverNotices = {
  capability: {
    scheduled_events: 'les événements programmés',
    more_scheduled_events: 'de nouveaux événements programmés',
    signup_messages: "les messages d'inscription",
    announcements: 'les annonces',
    reminders: 'les rappels',
    welcome: "les messages d'accueil",
    channels: "les salons d'événement",
    threads: 'les fils d’événement',
    roles: 'les rôles',
    mapped_roles: 'certains rôles',
    more_roles: 'de nouveaux rôles',
    more_channels: 'de nouveaux salons',
    more_threads: 'de nouveaux fils',
  },
  permission: ({ server, feature, where, permissions, invite }: RefusedHere) =>
    markdown`⚠️ Sur ${server}, Discord me refuse ${feature}` +
    `${place(where)}. ${permissions.length === 0 ? 'Une permission me manque.' : `Il me manque : ${listIn('fr', permissions)}.`} ` +
    `Donnez-la à mon rôle (Paramètres du serveur → Rôles) ou réinvitez-moi : <${invite}> Je reprends ensuite de moi-même.`,
  channel: ({ server, feature, where }: RefusedHere) =>
    markdown`⚠️ Sur ${server}, le salon prévu pour ${feature} n’existe plus ou n’accepte pas de messages` +
    `${where === null ? '' : ` (${where})`}. Choisissez-en un autre en tapant sur ce serveur : /réglages. Je reprends ensuite de moi-même.`,
  full: ({ server, feature, remedy }: RefusedHere) =>
    markdown`⚠️ Sur ${server}, une limite de Discord est atteinte : ${feature} doivent attendre. ${remedy} ; je reprends ensuite de moi-même.`,
  makeRoom: {
    more_scheduled_events: 'Supprimez ou terminez un événement programmé',
    more_roles: 'Supprimez un rôle qui ne sert plus',
    more_channels: 'Supprimez un salon qui ne sert plus',
    more_threads: 'Fermez ou supprimez un fil qui ne sert plus',
  },
  role: ({ server, roles }: RefusedHere) =>
    markdown`⚠️ Sur ${server}, je ne peux pas donner ` +
    `${roles.length === 0 ? 'un rôle' : listIn('fr', roles.map(escapeMarkup))}. ` +
    'Placez mon rôle au-dessus (Paramètres du serveur → Rôles) ; si un rôle a été supprimé, retirez-le des réglages sur VerseLink. Je reprends ensuite de moi-même.',
  mended: (server: string, feature: string) =>
    markdown`✅ Sur ${server}, tout est rentré dans l’ordre pour ${feature}. J’ai repris le travail.`,
  adopt: (server: string, title: string) =>
    markdown`📅 Vous avez créé « ${title} » sur ${server}. Doit-il devenir un événement VerseLink avec un message d’inscription ? Plus tard, tapez sur ce serveur : /événement adopter`,
  adoptYes: 'En faire un événement',
  adoptNo: 'Non, le laisser ainsi',
  adoptDeclined: 'Laissé tel quel. Plus tard : /événement adopter',
  left: (who: string, title: string, start: Date) =>
    markdown`👋 **${who}** n’est plus sur aucun serveur de « ${title} » (` +
    `<t:${Math.floor(start.getTime() / 1000)}:f>) : son inscription est retirée.`,
  removed: {
    scheduled_event: (server: string, title: string) =>
      markdown`ℹ️ Sur ${server}, l’événement programmé « ${title} » a été supprimé ou annulé à la main. Je le laisse ainsi ; pour le faire revenir, tapez sur ce serveur : /événement republier`,
    signup_message: (server: string, title: string) =>
      markdown`ℹ️ Sur ${server}, le message d’inscription de « ${title} » a été supprimé à la main. Je le laisse ainsi ; pour le faire revenir, tapez sur ce serveur : /événement republier`,
  },
};
