import type { EnqueuedJobType, ScheduleName } from '../../src/queue/catalogue.js';
import type { InWords } from './words.js';

export const JOBS_IN_WORDS: Readonly<Record<EnqueuedJobType, InWords>> = {
  create_discord_event: { en: 'shows an event on a server', fr: 'montre un événement sur un serveur' },
  update_discord_event: {
    en: 'brings what a server shows in step',
    fr: "remet en accord ce qu'un serveur montre",
  },
  delete_discord_event: { en: 'takes an event away from a server', fr: "retire un événement d'un serveur" },
  create_channels: {
    en: "makes an event's channels, lets people in and out",
    fr: "crée les salons d'un événement, y fait entrer et sortir les gens",
  },
  archive_channels: {
    en: "closes an event's channels when it is over",
    fr: "ferme les salons d'un événement terminé",
  },
  manage_roles: {
    en: 'gives and takes Discord roles by seats and plans',
    fr: 'donne et retire les rôles Discord selon les places et les formules',
  },
  notify_user: {
    en: 'sends a direct message about a plan or an event',
    fr: 'envoie un message privé sur une formule ou un événement',
  },
  reminder: {
    en: 'reminds a channel or a person of an event',
    fr: 'rappelle un événement à un salon ou à une personne',
  },
  announcement: { en: 'sends what the organizers write', fr: 'envoie ce que les organisateurs écrivent' },
  bot_event: {
    en: 'passes on what the bot reported of a server',
    fr: "transmet ce que le bot a rapporté d'un serveur",
  },
  sync_attendees: {
    en: 'compares "Interested" on Discord with the signups',
    fr: 'compare les « Intéressé » de Discord aux inscriptions',
  },
  free_seats: {
    en: 'frees the seats of somebody who is no member any more',
    fr: "libère les places de qui n'est plus membre",
  },
  webhook_delivery: { en: 'sends one delivery to a subscriber', fr: 'fait une livraison à un abonné' },
};

export const SCHEDULES_IN_WORDS: Readonly<Record<ScheduleName, InWords>> = {
  bot_events: { en: 'passes on what the bot reported', fr: 'transmet ce que le bot a rapporté' },
  count_bot_events: {
    en: 'adds up days that are over, drops old reports',
    fr: 'additionne les jours passés, efface les vieux rapports',
  },
  count_members: {
    en: 'asks Discord how many members servers have',
    fr: 'demande à Discord combien de membres ont les serveurs',
  },
  compare_memberships: {
    en: 'compares memberships with Discord roles',
    fr: 'compare les adhésions aux rôles Discord',
  },
  match_plan_roles: { en: 'compares roles with plans', fr: 'compare les rôles aux formules' },
  match_event_roles: { en: 'compares roles with seats', fr: 'compare les rôles aux places' },
  read_back: { en: 'compares what servers show', fr: 'compare ce que les serveurs montrent' },
  recheck_servers: {
    en: 'looks whether what was refused is allowed now',
    fr: 'regarde si ce qui était refusé est permis',
  },
  watch_bot: { en: 'asks the other half how it is', fr: "demande à l'autre moitié comment elle va" },
  sweep_events: {
    en: 'starts and ends events by the clock',
    fr: "commence et termine les événements à l'heure",
  },
  sweep_departures: {
    en: 'frees the seats of those who left',
    fr: 'libère les places de ceux qui sont partis',
  },
  find_departures: { en: 'finds who left unheard', fr: 'trouve qui est parti sans être vu' },
  sweep_series: { en: 'makes the next events of series', fr: 'crée les prochains événements des séries' },
  forget_rosters: { en: 'makes old rosters nameless', fr: 'rend anonymes les vieilles inscriptions' },
  forget_attendance: { en: 'makes old attendance nameless', fr: 'rend anonymes les vieilles présences' },
  forget_payouts: { en: 'makes old payouts nameless', fr: 'rend anonymes les vieux partages' },
  sweep_erasures: { en: 'ends erasures of accounts', fr: 'achève les effacements de comptes' },
  sweep_channels: {
    en: 'archives and deletes channels in time',
    fr: 'archive et supprime les salons à temps',
  },
  sweep_mirrors: { en: 'finds mirrors that lag behind', fr: 'trouve les miroirs en retard' },
  sweep_notices: { en: 'sends reminders that are due', fr: 'envoie les rappels dus' },
  sweep_webhooks: { en: 'finds deliveries without a job', fr: 'trouve les livraisons sans tâche' },
  sweep_plans: {
    en: 'finds payments of which something remains to be done',
    fr: 'trouve les paiements inachevés',
  },
  tell_join_requests: { en: 'tells staff who asks to join', fr: "dit à l'équipe qui demande à adhérer" },
  sweep_jobs: { en: 'finds jobs that the queue has lost', fr: 'trouve les tâches que la file a perdues' },
};
