import type { InWords } from './words.js';

/** What each warning and error of the log means. `site/test/reference.test.ts` fails when one of the code's is missing here. */
export const LOG_IN_WORDS: Readonly<Partial<Record<string, InWords>>> = {
  'Something failed outside of any request': {
    en: 'A fault of the program. The line has its stack: report it with the `correlation_id`.',
    fr: 'Une faute du programme. La ligne porte sa pile : signalez-la avec son `correlation_id`.',
  },
  '… … failed': {
    en: 'A request failed by our fault, answered with 500. The stack says where; the client has the same `x-request-id`.',
    fr: 'Une requête a échoué par notre faute, réponse 500. La pile dit où ; le client a le même `x-request-id`.',
  },
  '… …: …': {
    en: 'A request was answered with 503, because a part was away. Look after MongoDB, Redis or Discord, as it says.',
    fr: 'Une requête a reçu 503, car une partie manquait. Occupez-vous de MongoDB, Redis ou Discord, comme il est dit.',
  },
  'An interaction failed': {
    en: 'A click or command was answered with an apology. The stack says why; the member can try again.',
    fr: 'Un clic ou une commande a reçu des excuses. La pile dit pourquoi ; le membre peut réessayer.',
  },
  'Failed to notify backend: …': {
    en: 'The bot cannot reach the backend: compare `BACKEND_INTERNAL_URL` and the two secrets. Reports of that time are lost.',
    fr: "Le bot n'atteint pas l'API : comparez `BACKEND_INTERNAL_URL` et les deux secrets. Les rapports de ce moment sont perdus.",
  },
  'Gateway error': {
    en: 'The connection to Discord broke; it comes back by itself.',
    fr: "La connexion à Discord s'est rompue ; elle revient d'elle-même.",
  },
  'Discord refuses the connection (…): …. The bot tries again in an hour, or when it is restarted.': {
    en: "The line names the variable or the intent to mend in Discord's portal. Mend it, then restart `bot`.",
    fr: "La ligne nomme la variable ou l'intention à corriger dans le portail de Discord. Corrigez, puis redémarrez `bot`.",
  },
  'An audit entry was not stored': {
    en: 'What was done is done; only its entry is missing. Is MongoDB well?',
    fr: "Ce qui a été fait l'est ; seule l'entrée manque. MongoDB va-t-il bien ?",
  },
  'An event could not be passed on': {
    en: 'Tried again by the sweep within ten seconds.',
    fr: 'Repris par le balayage en dix secondes.',
  },
  "❌ Erreur lors du traitement de l'événement: …": {
    en: 'A report of the bot could not be stored, and the bot was told so: is MongoDB well?',
    fr: "Un rapport du bot n'a pas pu être enregistré, et le bot le sait : MongoDB va-t-il bien ?",
  },
  'Members could not be told yet': {
    en: 'Tried again by the sweep. If it stays, the stack says why.',
    fr: 'Repris par le balayage. Si cela dure, la pile dit pourquoi.',
  },
  'An event could not be reminded of yet': {
    en: 'Tried again by the sweep; a reminder that is not true any more is left out.',
    fr: "Repris par le balayage ; un rappel qui n'est plus vrai est laissé.",
  },
  'An event is due, and time could not act on it': {
    en: 'Tried again by the sweep. If it stays for the same `event_id`, report it.',
    fr: 'Repris par le balayage. Si cela dure pour le même `event_id`, signalez-le.',
  },
  'An account is not erased yet': {
    en: 'Tried again by the sweep until it is done.',
    fr: "Repris par le balayage jusqu'au bout.",
  },
  'Mirrors could not be made due; the next sweep tries again': {
    en: 'Nothing, unless it stays: is MongoDB well?',
    fr: 'Rien, sauf si cela dure : MongoDB va-t-il bien ?',
  },
  'A series is due, and its events could not be made': {
    en: 'Tried again every minute. The stack says why; usually a limit of the organization.',
    fr: "Repris chaque minute. La pile dit pourquoi ; souvent une limite de l'organisation.",
  },
  'Trigger … failed; the sweep makes up for it': {
    en: 'Nothing, unless it stays.',
    fr: 'Rien, sauf si cela dure.',
  },
  '❌ …': {
    en: 'A job failed with all its tries. The text is its `error_message`: [from a failed job to its cause](./index.md#failed-job).',
    fr: "Une tâche a échoué à tous ses essais. Le texte est son `error_message` : [d'une tâche échouée à sa cause](./index.md#failed-job).",
  },
  'The console is not built, so /app is not served: npm run build': {
    en: 'Run `npm run build`, or take the image.',
    fr: "Lancez `npm run build`, ou prenez l'image.",
  },
  'The documents are not built, so /docs is not served: npm run docs:build': {
    en: 'Run `npm run docs:build`, or take the image.',
    fr: "Lancez `npm run docs:build`, ou prenez l'image.",
  },
  'An answer did not reach Discord': {
    en: 'The answer came too late or twice. The work is done; the member sees "interaction failed". Often: is the machine busy?',
    fr: "La réponse est venue trop tard ou deux fois. Le travail est fait ; le membre voit un échec. Si c'est fréquent : la machine est-elle chargée ?",
  },
  'Could not tell whether a server wants its messages counted': {
    en: 'These messages are not counted. Is MongoDB well?',
    fr: 'Ces messages ne sont pas comptés. MongoDB va-t-il bien ?',
  },
  'Commands are not registered; the next connection tries again': {
    en: 'Slash commands may be missing. Restart `bot`, or see why Discord refuses.',
    fr: 'Des commandes peuvent manquer. Redémarrez `bot`, ou voyez pourquoi Discord refuse.',
  },
  'A newcomer was not let into the threads of their events': {
    en: 'The next change of the event lets them in.',
    fr: "Le prochain changement de l'événement les y fait entrer.",
  },
  'It was not noted who left a server; the next comparison finds it': { en: 'Nothing.', fr: 'Rien.' },
  'A change of a scheduled event was not followed; the next comparison finds it': {
    en: 'Nothing.',
    fr: 'Rien.',
  },
  'A change on Discord was not followed; the next comparison finds it': { en: 'Nothing.', fr: 'Rien.' },
  'It was not noted who is in a voice channel': {
    en: 'Attendance of that moment may be too short; staff can note people by hand.',
    fr: "La présence de ce moment peut être trop courte ; l'équipe peut noter à la main.",
  },
  'Connection to Discord lost; reconnecting': {
    en: 'Nothing: it reconnects, and what was missed is compared.',
    fr: 'Rien : il se reconnecte, et ce qui a été manqué est comparé.',
  },
  'A connection to Discord did not close in order': { en: 'Nothing.', fr: 'Rien.' },
  'Discord is away; the bot tries again': {
    en: "<https://discordstatus.com>, then the machine's network.",
    fr: '<https://discordstatus.com>, puis le réseau de la machine.',
  },
  'Discord did not say how many members there are': {
    en: 'Asked again within the hour.',
    fr: "Redemandé dans l'heure.",
  },
  'The database does not say whether another process heard the same': {
    en: 'It acts; in the worst case something is told twice.',
    fr: 'Il agit ; au pire, une chose est dite deux fois.',
  },
  'Redis cannot tell whether an interaction came before': {
    en: 'It acts by its own memory. Look after Redis.',
    fr: 'Il se fie à sa propre mémoire. Occupez-vous de Redis.',
  },
  'Interactions were not counted yet': {
    en: 'Counted with the next ones.',
    fr: 'Comptées avec les suivantes.',
  },
  'Seats of somebody who left wait: …': {
    en: 'The reason stands behind it, usually Discord; asked again by itself.',
    fr: 'La raison suit, souvent Discord ; redemandé tout seul.',
  },
  'A write to an event has an unknown outcome': {
    en: 'MongoDB broke off in the middle; the write is looked up and not done twice.',
    fr: "MongoDB a coupé au milieu ; l'écriture est vérifiée et n'est pas faite deux fois.",
  },
  'No organizer could be told what is wrong on a server': {
    en: 'Nobody there takes direct messages, and no channel may be written in. Tell an admin of that server.',
    fr: "Personne n'y reçoit de messages privés, et aucun salon n'est ouvert au bot. Prévenez un admin de ce serveur.",
  },
  'A server could not be looked at again': { en: 'Tried again in a minute.', fr: 'Repris dans une minute.' },
  'An organizer could not be told': {
    en: 'Their direct messages are closed. The console shows the same under the server.',
    fr: 'Leurs messages privés sont fermés. La console montre la même chose sous le serveur.',
  },
  'The alert did not reach …: …': {
    en: 'Check `HEALTH_ALERT_CHANNEL_ID` or `HEALTH_ALERT_WEBHOOK_URL`.',
    fr: 'Vérifiez `HEALTH_ALERT_CHANNEL_ID` ou `HEALTH_ALERT_WEBHOOK_URL`.',
  },
  'Notification non remise à …': {
    en: "The member's direct messages are closed, or Discord is away: `outcome` says which.",
    fr: 'Les messages privés du membre sont fermés, ou Discord est absent : `outcome` le dit.',
  },
  'Staff are not told yet of a join request: …': {
    en: 'Tried again within ten seconds.',
    fr: 'Repris en dix secondes.',
  },
  '⚠️ Bot is not healthy, notification may fail': {
    en: 'The message waits until the bot is back. See why it is away.',
    fr: 'Le message attend le retour du bot. Voyez pourquoi il manque.',
  },
  'Their roles could not be looked at: …': {
    en: 'Compared again at the next connection and daily.',
    fr: 'Comparés à la prochaine connexion et chaque jour.',
  },
  'A payment was taken back that no known subscription was paid by': {
    en: 'Look in Stripe whose it is; the plan was not changed.',
    fr: "Cherchez dans Stripe à qui il est ; la formule n'a pas changé.",
  },
  'Its members cannot be listed: …': {
    en: 'Switch on the Server Members Intent, or set `DISCORD_MEMBERS_INTENT=false`.',
    fr: "Activez l'intention des membres, ou réglez `DISCORD_MEMBERS_INTENT=false`.",
  },
  'A scheduled event did not become an event; its maker is asked': {
    en: 'Nothing: its maker has two buttons.',
    fr: 'Rien : son auteur reçoit deux boutons.',
  },
  'Somebody could not be asked about their scheduled event': {
    en: 'Their direct messages are closed. `/event adopt` does the same.',
    fr: 'Leurs messages privés sont fermés. `/événement adopter` fait de même.',
  },
  'A server could not be compared': {
    en: 'Compared again in five minutes.',
    fr: 'Comparé de nouveau dans cinq minutes.',
  },
  'A scheduled event was started or ended by somebody who may not': {
    en: 'It was made anew. Take Manage Events from who should not have it.',
    fr: "Il a été recréé. Retirez Gérer les événements à qui ne doit pas l'avoir.",
  },
  'A scheduled event was changed by hand on Discord': {
    en: 'It was set right. Change events in VerseLink.',
    fr: 'Il a été rétabli. Changez les événements dans VerseLink.',
  },
  '⚠️ Webhook … was switched off: …': {
    en: 'Mend the receiver, then `PATCH {"active": true}`.',
    fr: 'Réparez le destinataire, puis `PATCH {"active": true}`.',
  },
  'MongoDB answers, and the connection stayed away: it was opened anew.': { en: 'Nothing.', fr: 'Rien.' },
  'Invalid authentication attempt on …': {
    en: 'Somebody sent a wrong internal secret. If it is your own program, compare the secrets.',
    fr: "Quelqu'un a envoyé un mauvais secret interne. Si c'est votre programme, comparez les secrets.",
  },
  'The health check could not be finished: …': {
    en: 'Done again in a minute.',
    fr: 'Refait dans une minute.',
  },
  'Could not enqueue … (…); the sweep will.': {
    en: 'Redis is away. The job waits in the database.',
    fr: 'Redis manque. La tâche attend dans la base.',
  },
  'A run of this job was overtaken; it is not …': {
    en: 'Nothing: another process took the job over.',
    fr: 'Rien : un autre processus a repris la tâche.',
  },
  'An act cannot be taken back': {
    en: 'An undo failed by our fault, and nothing was changed. The stack says why.',
    fr: "Une annulation a échoué par notre faute, et rien n'a changé. La pile dit pourquoi.",
  },
  'The timeline lacks what a server shows': {
    en: 'Discord did not answer; the timeline shows the rest.',
    fr: "Discord n'a pas répondu ; l'historique montre le reste.",
  },
};
