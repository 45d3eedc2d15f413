import type { InWords } from './words.js';

/** What to do about each error code. `site/test/reference.test.ts` fails when one of the code's is missing here. */
export const ERRORS_IN_WORDS: Readonly<Partial<Record<string, InWords>>> = {
  malformed_request: {
    en: 'Send valid JSON, and write ids in the address as they were given to you.',
    fr: "La requête n'est pas du JSON valide, ou son adresse est cassée. Corrigez-la ; les identifiants s'écrivent comme ils ont été donnés.",
  },
  validation_failed: {
    en: '`errors` names each field with what is wrong. Mend them and send it again; unknown fields are refused too.',
    fr: '`errors` nomme chaque champ et ce qui ne va pas. Corrigez-les et renvoyez ; les champs inconnus sont refusés aussi.',
  },
  unauthenticated: {
    en: 'Send `Authorization: Bearer …`, or sign in again. A token lives 15 minutes from a session, 30 days from the token command.',
    fr: "Envoyez `Authorization: Bearer …`, ou connectez-vous de nouveau. Un jeton vit 15 minutes s'il vient d'une session, 30 jours s'il vient de la commande.",
  },
  bad_signature: {
    en: 'The secret of the sender and `STRIPE_WEBHOOK_SECRET` differ, or its clock is more than five minutes off.',
    fr: "Le secret de l'expéditeur et `STRIPE_WEBHOOK_SECRET` diffèrent, ou son horloge a plus de cinq minutes d'écart.",
  },
  payments_not_configured: {
    en: 'Set `STRIPE_WEBHOOK_SECRET`, or do not send payments here.',
    fr: "Réglez `STRIPE_WEBHOOK_SECRET`, ou n'envoyez pas de paiements ici.",
  },
  forbidden: {
    en: 'The internal secret is another one than here: compare `INTERNAL_API_SECRET` on both sides.',
    fr: "Le secret interne n'est pas celui d'ici : comparez `INTERNAL_API_SECRET` des deux côtés.",
  },
  cross_site_request: {
    en: "With a session's cookie, only our own pages may change something. From another page or a program, use a token.",
    fr: "Avec le cookie d'une session, seules nos propres pages peuvent changer quelque chose. Ailleurs, utilisez un jeton.",
  },
  insufficient_scope: {
    en: 'Make a personal token with the scope that the message names.',
    fr: 'Créez un jeton personnel avec la portée que le message nomme.',
  },
  manage_server_required: {
    en: 'Ask somebody with Manage Server on that Discord server to connect it, or to give you that right.',
    fr: "Demandez à quelqu'un qui gère ce serveur Discord de le relier, ou de vous donner ce droit.",
  },
  org_admin_required: {
    en: 'Ask an admin of the organization, or found one of your own in `/setup`.',
    fr: "Demandez à un admin de l'organisation, ou fondez la vôtre dans `/réglages`.",
  },
  org_role_required: {
    en: 'Ask an admin of the organization to raise your role.',
    fr: "Demandez à un admin de l'organisation de relever votre rang.",
  },
  organizers_only: {
    en: 'Ask an organizer of the event, or to be named as its co-organizer.',
    fr: "Demandez à un organisateur de l'événement, ou à en devenir co-organisateur.",
  },
  sign_in_invalid: {
    en: 'Begin signing in again, in one browser and within ten minutes.',
    fr: 'Recommencez la connexion, dans un seul navigateur et en moins de dix minutes.',
  },
  sign_in_refused: {
    en: "Begin signing in again. If it stays, compare `DISCORD_CLIENT_SECRET` and the redirects with Discord's developer portal.",
    fr: 'Recommencez la connexion. Si cela dure, comparez `DISCORD_CLIENT_SECRET` et les redirections avec le portail de Discord.',
  },
  signup_restricted: {
    en: 'Become a member of the organization, or get one of the Discord roles that the event names.',
    fr: "Devenez membre de l'organisation, ou obtenez l'un des rôles Discord que l'événement nomme.",
  },
  site_admin_required: {
    en: 'A site admin is made by `npm run -s token -- --discord-id ID --site-admin`.',
    fr: 'Un admin du site se fait par `npm run -s token -- --discord-id ID --site-admin`.',
  },
  route_not_found: {
    en: 'Compare method and address with [the operations](../api/index.md); everything is below `/api/v1`.',
    fr: "Comparez la méthode et l'adresse avec [les opérations](../api/index.md) ; tout est sous `/api/v1`.",
  },
  not_found: { en: 'There is nothing at this address.', fr: "Il n'y a rien à cette adresse." },
  delivery_not_found: {
    en: 'List the deliveries of the subscription: they are kept for 30 days.',
    fr: "Listez les livraisons de l'abonnement : elles sont gardées 30 jours.",
  },
  event_not_found: {
    en: 'Check the id. A private event or a draft looks like one that is not there.',
    fr: "Vérifiez l'identifiant. Un événement privé ou un brouillon paraît ne pas exister.",
  },
  feed_not_found: {
    en: 'The calendar link was revoked, or is not yours. Make a new one.',
    fr: "Le lien d'agenda est révoqué, ou n'est pas le vôtre. Créez-en un autre.",
  },
  guild_not_found: {
    en: 'Connect the server first: `/setup` there, or `POST /discord/guilds`.',
    fr: "Reliez d'abord le serveur : `/réglages` sur place, ou `POST /discord/guilds`.",
  },
  invite_not_found: {
    en: 'The code is wrong, expired or revoked. Ask for a new link.',
    fr: 'Le code est faux, expiré ou révoqué. Demandez un nouveau lien.',
  },
  job_not_found: {
    en: 'Completed jobs go after `JOB_RETENTION_DAYS`.',
    fr: 'Les tâches achevées disparaissent après `JOB_RETENTION_DAYS`.',
  },
  join_request_not_found: {
    en: 'It was decided and forgotten, or taken back.',
    fr: 'Elle a été décidée puis oubliée, ou retirée.',
  },
  member_not_found: {
    en: 'The person is no member of this organization.',
    fr: "La personne n'est pas membre de cette organisation.",
  },
  organization_not_found: {
    en: 'Check the id. A private organization looks like one that is not there.',
    fr: "Vérifiez l'identifiant. Une organisation privée paraît ne pas exister.",
  },
  payout_not_found: {
    en: 'Nothing was shared for this event yet: `/event payout`.',
    fr: "Rien n'a encore été partagé : `/événement partage`.",
  },
  role_mapping_not_found: {
    en: 'List the mappings of the server: it may be gone with its role.',
    fr: 'Listez les rôles du serveur : il a pu partir avec son rôle Discord.',
  },
  role_menu_not_found: {
    en: 'The menu was deleted. Publish a new one.',
    fr: 'Le menu a été supprimé. Publiez-en un autre.',
  },
  scheduled_event_not_found: {
    en: 'It is over or deleted on Discord. Make the event anew.',
    fr: "Il est terminé ou supprimé sur Discord. Recréez l'événement.",
  },
  series_not_found: {
    en: 'Choose one of the list that opens as you type.',
    fr: "Choisissez dans la liste qui s'ouvre en tapant.",
  },
  session_not_found: { en: 'It has ended already.', fr: 'Elle est déjà finie.' },
  mirror_not_found: {
    en: 'The server does not show this event: its organization is another, or the event is a draft.',
    fr: "Le serveur ne montre pas cet événement : son organisation est une autre, ou l'événement est un brouillon.",
  },
  signup_not_found: {
    en: 'The person has no answer to this event.',
    fr: "La personne n'a pas répondu à cet événement.",
  },
  template_not_found: {
    en: 'Choose one of the list that opens as you type.',
    fr: "Choisissez dans la liste qui s'ouvre en tapant.",
  },
  token_not_found: { en: 'It was revoked already.', fr: 'Il est déjà révoqué.' },
  unmatched_change_not_found: {
    en: 'Somebody matched this payment already.',
    fr: "Quelqu'un a déjà attribué ce paiement.",
  },
  user_not_found: {
    en: 'The person has never used VerseLink, or erased their account.',
    fr: "La personne n'a jamais utilisé VerseLink, ou a effacé son compte.",
  },
  webhook_not_found: { en: 'The subscription was deleted.', fr: "L'abonnement a été supprimé." },
  request_timeout: {
    en: 'Send it again; a slow or broken connection is the usual reason.',
    fr: 'Renvoyez-la ; une connexion lente ou coupée en est souvent la cause.',
  },
  already_checked_in: { en: 'Nothing to do.', fr: 'Rien à faire : votre présence est notée.' },
  already_matched: {
    en: 'Take it back from the other member first.',
    fr: "Retirez-le d'abord à l'autre membre.",
  },
  already_member: { en: 'Nothing to do.', fr: 'Rien à faire : vous en êtes déjà membre.' },
  already_signed_up: {
    en: 'Change the answer you have: `PATCH …/signups/me`, or another button.',
    fr: 'Changez la réponse que vous avez : `PATCH …/signups/me`, ou un autre bouton.',
  },
  announcement_invalid: { en: 'Write at least one word.', fr: 'Écrivez au moins un mot.' },
  announcements_used_up: {
    en: 'Wait until midnight (UTC), or change the event: what changes is told by itself.',
    fr: "Attendez minuit (UTC), ou modifiez l'événement : ce qui change s'annonce tout seul.",
  },
  answer_not_offered: {
    en: 'Choose another answer, or let the organizers offer it (`answers` of the event).',
    fr: 'Choisissez une autre réponse, ou faites-la proposer par les organisateurs (`answers`).',
  },
  bot_not_there: { en: 'Invite the bot again.', fr: 'Réinvitez le bot.' },
  bot_permission_missing: {
    en: 'Give the bot what the message names; `/setup` has a button for it.',
    fr: 'Donnez au bot ce que le message nomme ; `/réglages` a un bouton pour cela.',
  },
  bots_cannot_join: { en: 'Choose a person.', fr: 'Choisissez une personne.' },
  capacity_below_confirmed: {
    en: 'Choose at least as many seats, or move people out first.',
    fr: "Gardez au moins autant de places, ou déplacez d'abord des gens.",
  },
  check_in_closed: { en: 'Come back an hour before the start.', fr: 'Revenez une heure avant le début.' },
  delivery_pending: {
    en: 'Wait: its next try comes by itself.',
    fr: 'Attendez : son prochain essai vient tout seul.',
  },
  event_closed: {
    en: 'The event is over or cancelled. Staff can still note who came, for a week.',
    fr: "L'événement est fini ou annulé. L'équipe peut encore noter qui est venu, pendant une semaine.",
  },
  event_full: {
    en: 'Raise the seats, or withdraw somebody.',
    fr: "Ajoutez des places, ou retirez quelqu'un.",
  },
  event_not_completed: { en: 'Complete the event first.', fr: "Terminez d'abord l'événement." },
  event_not_published: { en: 'Publish the event first.', fr: "Publiez d'abord l'événement." },
  event_started: { en: 'Only the end can still be moved.', fr: 'Seule la fin peut encore bouger.' },
  export_too_large: {
    en: 'Ask for it over REST: `GET /users/me/export`.',
    fr: 'Demandez-le en REST : `GET /users/me/export`.',
  },
  guild_already_registered: {
    en: 'An organization that can manage the server holds it. Its admin removes it there, then it is free.',
    fr: "Une organisation qui gère ce serveur le tient. Son admin l'y retire, et il devient libre.",
  },
  handle_taken: { en: 'Choose another handle.', fr: 'Choisissez un autre pseudo.' },
  illegal_transition: {
    en: 'Read the event again: it moved on meanwhile. States go from draft to published, active and completed; cancelled is final.',
    fr: "Relisez l'événement : il a avancé. Les états vont de brouillon à publié, en cours, terminé ; annulé est définitif.",
  },
  in_series: { en: 'Change the series that it belongs to.', fr: 'Changez la série dont il fait partie.' },
  invite_used_up: { en: 'Ask for a new link.', fr: 'Demandez un nouveau lien.' },
  job_not_retryable: {
    en: 'Only what failed or was cancelled can be tried again, and only when nothing newer waits.',
    fr: "Seul ce qui a échoué ou a été annulé se relance, et seulement si rien de plus récent n'attend.",
  },
  join_request_decided: { en: 'Nothing to do: read the decision.', fr: 'Rien à faire : lisez la décision.' },
  join_request_pending: {
    en: "Wait for the organization's answer.",
    fr: "Attendez la réponse de l'organisation.",
  },
  limit_reached: {
    en: 'Remove what is no longer needed. [The limits](../api/index.md#limits) are per organization, server or person.',
    fr: 'Supprimez ce qui ne sert plus. [Les limites](../api/index.md#limits) valent par organisation, serveur ou personne.',
  },
  marked_no_show: {
    en: 'Speak with the organizer, who can take it back on your page (Manage).',
    fr: "Parlez à l'organisateur, qui peut l'enlever sur votre page (Gérer).",
  },
  name_does_not_match: {
    en: 'Write your name exactly as it is shown.',
    fr: 'Écrivez votre nom exactement comme il est montré.',
  },
  name_taken: {
    en: 'Choose a name that looks different.',
    fr: "Choisissez un nom qui se distingue à l'œil.",
  },
  no_one_to_share: {
    en: 'Choose another rule of shares, or add guests.',
    fr: 'Choisissez une autre règle de partage, ou ajoutez des invités.',
  },
  no_scheduled_event: {
    en: 'Show the event there first: `/event repost`.',
    fr: "Montrez-y d'abord l'événement : `/événement republier`.",
  },
  not_a_draft: { en: 'Cancel it; it stays readable.', fr: 'Annulez-le ; il reste lisible.' },
  not_a_member: { en: 'Make the person a member first.', fr: "Faites d'abord de la personne un membre." },
  not_adoptable: { en: 'Choose one that has not begun.', fr: "Choisissez-en un qui n'a pas commencé." },
  not_confirmed: {
    en: 'Take a seat first; who waits has none yet.',
    fr: "Prenez d'abord une place ; qui attend n'en a pas encore.",
  },
  not_pending: { en: 'It was decided already.', fr: 'Elle a déjà été décidée.' },
  not_signed_up: { en: 'Sign up first.', fr: "Inscrivez-vous d'abord." },
  not_started: { en: 'Wait for the start.', fr: 'Attendez le début.' },
  nothing_planned: { en: 'Create an event first.', fr: "Créez d'abord un événement." },
  offer_over: {
    en: 'The time to take the seat has passed; sign up again to wait.',
    fr: 'Le temps pour la prendre est passé ; réinscrivez-vous pour attendre.',
  },
  organization_invalid: {
    en: 'A name has 3 to 100 characters, a tag 2 to 10 letters and digits.',
    fr: 'Un nom a 3 à 100 caractères, un sigle 2 à 10 lettres et chiffres.',
  },
  owner_changed: { en: 'Read the organization again.', fr: "Relisez l'organisation." },
  owner_stays_admin: {
    en: 'Give the organization away first: `POST /organizations/{id}/transfer`.',
    fr: "Donnez d'abord l'organisation : `POST /organizations/{id}/transfer`.",
  },
  owns_organizations: {
    en: 'Give each of them to another member, then erase the account.',
    fr: 'Donnez chacune à un autre membre, puis effacez le compte.',
  },
  payout_changed: {
    en: 'Look at your share again, then confirm it.',
    fr: 'Regardez de nouveau votre part, puis confirmez-la.',
  },
  payout_received: {
    en: 'Settle the difference outside of VerseLink.',
    fr: 'Réglez la différence en dehors de VerseLink.',
  },
  role_full: {
    en: 'Choose another role, or wait for it.',
    fr: 'Choisissez un autre rôle, ou attendez celui-ci.',
  },
  role_in_use: {
    en: 'Move these people to another role first.',
    fr: "Déplacez d'abord ces personnes vers un autre rôle.",
  },
  role_mapping_exists: {
    en: 'Change the mapping that there is.',
    fr: 'Changez la correspondance qui existe.',
  },
  role_menu_full: { en: 'Leave one of your roles first.', fr: "Rendez d'abord l'un de vos rôles." },
  role_menu_refused: {
    en: 'Discord refuses the message; the reason stands beside it. Usually the bot may not write in that channel.',
    fr: 'Discord refuse le message ; la raison est à côté. Souvent, le bot ne peut pas écrire dans ce salon.',
  },
  role_not_offered: { en: 'Ask an admin to change the menu.', fr: 'Demandez à un admin de changer le menu.' },
  role_of_event: {
    en: 'Leave the event, or end the plan, that gives it.',
    fr: "Quittez l'événement, ou la formule, qui le donne.",
  },
  role_refused: {
    en: "Move the bot's role above that one (Server Settings → Roles), with Manage Roles.",
    fr: 'Placez le rôle du bot au-dessus de celui-ci (Paramètres du serveur → Rôles), avec Gérer les rôles.',
  },
  role_required: { en: 'Choose a role in the menu.', fr: 'Choisissez un rôle dans le menu.' },
  series_changed: {
    en: 'Read the series again and repeat the change.',
    fr: 'Relisez la série et refaites le changement.',
  },
  several_match: {
    en: 'Choose from the list that opens as you type.',
    fr: "Choisissez dans la liste qui s'ouvre en tapant.",
  },
  ship_full: { en: 'Choose another post or ship.', fr: 'Choisissez un autre poste ou vaisseau.' },
  ship_in_use: {
    en: 'Let the people aboard leave first.',
    fr: "Faites d'abord descendre ceux qui sont à bord.",
  },
  signup_message_refused: {
    en: 'Discord refuses the message; the reason stands beside it. `npm run doctor` tries the channel.',
    fr: 'Discord refuse le message ; la raison est à côté. `npm run doctor` essaie le salon.',
  },
  signups_closed: {
    en: 'Ask staff, who can still sign people up.',
    fr: "Demandez à l'équipe, qui peut encore inscrire.",
  },
  signups_locked: {
    en: 'Ask staff to unlock the answers (Manage).',
    fr: "Demandez à l'équipe de déverrouiller les réponses (Gérer).",
  },
  start_in_past: {
    en: 'Move the start into the future, then publish.',
    fr: 'Mettez le début dans le futur, puis publiez.',
  },
  tag_taken: { en: 'Choose another tag.', fr: 'Choisissez un autre sigle.' },
  template_name_invalid: { en: 'A name is one visible line.', fr: 'Un nom est une ligne visible.' },
  template_name_taken: {
    en: 'Choose another name, or delete the other template.',
    fr: "Choisissez un autre nom, ou supprimez l'autre modèle.",
  },
  too_many_streams: {
    en: 'Close other tabs, or share one connection between them.',
    fr: "Fermez d'autres onglets, ou partagez une connexion.",
  },
  waitlist_full: {
    en: 'An event takes 1,000 answers. Nothing can be done for this one.',
    fr: "Un événement prend 1 000 réponses. Il n'y a rien à faire pour celui-ci.",
  },
  webhook_inactive: {
    en: '`PATCH {"active": true}` switches it on.',
    fr: '`PATCH {"active": true}` le remet en marche.',
  },
  revision_changed: {
    en: 'Read it again, put your change on top, and send it with the new `revision` as `If-Match`.',
    fr: 'Relisez-le, refaites votre changement, et renvoyez-le avec la nouvelle `revision` en `If-Match`.',
  },
  payload_too_large: {
    en: 'Send less at once: 1 MiB is the most.',
    fr: 'Envoyez moins à la fois : 1 Mio au plus.',
  },
  uri_too_long: { en: 'Shorten the query.', fr: 'Raccourcissez la requête.' },
  unsupported_media_type: {
    en: 'Set `content-type: application/json`, without compression.',
    fr: 'Mettez `content-type: application/json`, sans compression.',
  },
  too_many_requests: {
    en: 'Wait as long as `Retry-After` says. `RATE_LIMIT` sets the limit.',
    fr: 'Attendez ce que dit `Retry-After`. `RATE_LIMIT` règle la limite.',
  },
  headers_too_large: {
    en: 'Send fewer or shorter headers; cookies are the usual reason.',
    fr: 'Envoyez des en-têtes plus courts ; les cookies en sont souvent la cause.',
  },
  internal_error: {
    en: 'It is in the log, under the `x-request-id` of the answer. Send it again once; if it stays, tell who runs the installation.',
    fr: "Elle est dans le journal, sous le `x-request-id` de la réponse. Réessayez une fois ; si elle dure, prévenez qui exploite l'installation.",
  },
  discord_unavailable: {
    en: 'Try again later; <https://discordstatus.com> says how Discord is. What was accepted before is not lost.',
    fr: "Réessayez plus tard ; <https://discordstatus.com> dit comment va Discord. Ce qui a été accepté n'est pas perdu.",
  },
  unavailable: {
    en: 'Try again later. If it stays, `/health/ready` says which part is away.',
    fr: 'Réessayez plus tard. Si cela dure, `/health/ready` dit quelle partie manque.',
  },
  main_guild_unset: {
    en: 'Set `MAIN_GUILD_ID` to the server whose roles stand for plans.',
    fr: 'Réglez `MAIN_GUILD_ID` sur le serveur dont les rôles valent formules.',
  },
  main_guild_unknown: {
    en: 'Correct `MAIN_GUILD_ID`, or invite the bot there.',
    fr: 'Corrigez `MAIN_GUILD_ID`, ou invitez-y le bot.',
  },
  refused: {
    en: 'Compare the request with [the operations](../api/index.md).',
    fr: 'Comparez la requête avec [les opérations](../api/index.md).',
  },
  act_not_found: {
    en: 'The entry of the timeline is gone, or is nothing that can be undone.',
    fr: "L'entrée de l'historique a disparu, ou ne peut pas être annulée.",
  },
  already_undone: {
    en: 'Nothing to do.',
    fr: "Rien à faire : c'est déjà annulé.",
  },
  undo_changed_since: {
    en: 'Look at the roster and change it by hand.',
    fr: 'Regardez les inscriptions et changez-les à la main.',
  },
  undo_impossible: {
    en: 'Change it by hand; the message says what is in the way.',
    fr: 'Changez-le à la main ; le message dit ce qui gêne.',
  },
  undo_no_approval: {
    en: 'Seat the person by hand.',
    fr: 'Donnez la place à la main.',
  },
  undo_no_seat: {
    en: 'Add seats, or seat the person elsewhere.',
    fr: 'Ajoutez des places, ou placez la personne ailleurs.',
  },
  undo_offer_over: {
    en: 'Seat the person by hand, if a seat is free.',
    fr: "Donnez la place à la main, s'il en reste.",
  },
  undo_over: {
    en: 'Change it by hand.',
    fr: 'Changez-le à la main.',
  },
  undo_role_gone: {
    en: 'Choose one of the roles that there are.',
    fr: "Choisissez l'un des rôles qui existent.",
  },
  undo_ship_full: {
    en: 'Choose another post or ship.',
    fr: 'Choisissez un autre poste ou vaisseau.',
  },
  undo_signup_gone: {
    en: 'Sign the person up again.',
    fr: 'Réinscrivez la personne.',
  },
};
