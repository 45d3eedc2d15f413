/** Why something was refused, by the code of the error; `unknown` is a failure of our own. */
export const refusals = {
  unknown: "❌ Une erreur est survenue, rien n'a été perdu. Réessayez dans un instant.",
  event_not_found:
    "❌ Cet événement n'existe plus, ou n'est pas ouvert ici. `/événement liste` montre ce qui est prévu.",
  event_closed:
    '❌ Cet événement n’est pas ouvert : il est passé, annulé, ou pas encore publié. `/événement liste` montre ce qui est prévu.',
  signups_closed:
    "❌ Les inscriptions sont closes. Vous pouvez encore vous désinscrire ; pour une place, demandez à l'organisateur.",
  signups_locked: "❌ L'organisateur a verrouillé les réponses. Demandez-lui si la vôtre doit changer.",
  answer_not_offered:
    "❌ L'organisateur ne propose plus cette réponse. Les boutons du message disent lesquelles restent.",
  signup_restricted:
    "❌ Les inscriptions sont réservées aux membres de l'organisation et aux rôles Discord choisis par l'organisateur. Pour en faire partie : `/organisation rejoindre` ; pour un rôle, demandez à l'organisateur.",
  org_role_required:
    "❌ C'est réservé à l'équipe de l'organisation. Pour organiser, demandez à un admin de vous y ajouter.",
  organization_not_found:
    "❌ Cette organisation n'existe pas, ou ne vous est pas ouverte. Demandez une invitation à l'un de ses membres.",
  guild_not_found:
    '❌ Il faut être sur un serveur relié à une organisation. Une personne qui gère ce serveur peut le relier avec `/réglages`.',
  guild_already_registered:
    "❌ Ce serveur est relié à une autre organisation, dont un admin gère aussi ce serveur. Demandez-lui de l'en détacher.",
  manage_server_required:
    '❌ Il faut la permission « Gérer le serveur » sur ce serveur Discord. Demandez à une personne qui l’a.',
  org_admin_required: "❌ C'est réservé aux admins de l'organisation de ce serveur. Demandez à l'un d'eux.",
  organization_invalid:
    '❌ Le nom doit avoir de 3 à 100 caractères visibles, le sigle de 2 à 10 lettres ou chiffres sans accent. Réessayez.',
  tag_taken: '❌ Une autre organisation a déjà ce sigle. Choisissez-en un autre.',
  name_taken: '❌ Une autre organisation porte un nom qui se lit de même. Choisissez-en un autre.',
  name_does_not_match: "❌ Ce n'est pas votre nom : rien n'est effacé. `/lier` montre votre nom.",
  owns_organizations:
    '❌ Vous êtes propriétaire d’une organisation : confiez-la d’abord à un autre membre, sur le site.',
  export_too_large: '❌ Vos données ne tiennent pas dans un fichier de Discord. Demandez-les sur le site.',
  series_not_found: "❌ Cette série n'existe plus. Choisissez-en une dans la liste.",
  several_match: '❌ Plusieurs noms contiennent ces mots. Choisissez dans la liste qui s’ouvre en tapant.',
  series_changed: '❌ Cette série vient d’être modifiée. Réessayez.',
  in_series: '❌ Cet événement se répète déjà : `/série liste` dit à quel rythme.',
  template_not_found: "❌ Ce modèle n'existe plus. Choisissez-en un dans la liste.",
  template_name_taken: '❌ Un autre modèle porte un nom qui se lit de même. Choisissez-en un autre.',
  template_name_invalid:
    '❌ Le nom d’un modèle tient sur une ligne et a au moins un caractère visible. Choisissez-en un autre.',
  organizers_only:
    '🔒 Seuls les organisateurs de cet événement peuvent faire cela. Pour participer, utilisez le bouton d’inscription ; pour organiser, demandez à un admin de vous ajouter à l’équipe.',
  bots_cannot_join: '❌ Un bot ne prend pas de place. Choisissez un membre.',
  nothing_planned: '❌ Aucun événement n’est prévu. Préparez-en un avec `/événement créer`.',
  not_adoptable:
    '❌ Trop tard : seul un événement Discord à venir peut devenir un événement VerseLink. `/événement créer` en prépare un autre.',
  scheduled_event_not_found:
    "❌ Il n'y a pas, ou plus, d'événement Discord de ce nom. Choisissez-en un dans la liste.",
  already_member: "ℹ️ Vous faites déjà partie de l'organisation.",
  join_request_pending: 'ℹ️ Votre demande attend déjà une réponse : l’équipe vous la donnera.',
  join_request_decided: 'ℹ️ Cette demande a déjà reçu une réponse.',
  join_request_not_found:
    "❌ Cette demande n'existe plus. `/organisation demandes` montre celles qui attendent.",
  announcements_used_up: '❌ Un événement a au plus cinq annonces par jour : réessayez après minuit (UTC).',
  announcement_invalid: '❌ Ce message ne contient rien à lire. Écrivez au moins un mot.',
  event_not_published: '❌ Cet événement est encore un brouillon. Publiez-le d’abord.',
  limit_reached: '❌ C’est le plus que l’on puisse garder ici. Retirez ce qui ne sert plus, puis réessayez.',
  offer_over:
    '❌ Cette place ne vous est plus proposée. Le bouton d’inscription vous remet sur la liste d’attente.',
  not_pending: 'ℹ️ Cette inscription n’attend plus de validation.',
  not_started: "❌ L'événement n'a pas commencé : personne ne l'a encore manqué.",
  marked_no_show:
    '❌ L’organisateur a noté votre absence à cet événement. Si c’est une erreur, demandez-lui de la retirer.',
  already_checked_in: 'ℹ️ Votre présence est déjà notée.',
  check_in_closed: "❌ C'est trop tôt : votre présence se note à partir d'une heure avant le début.",
  not_confirmed:
    "❌ Il faut une place dans l'événement pour cela. La liste des inscrits dit où vous en êtes.",
  ship_full: '❌ Cette place à bord est prise. Choisissez un autre poste ou un autre vaisseau.',
  ship_in_use:
    "❌ Il y a plus de monde à bord d'un vaisseau que vous n'en laissez : faites-les débarquer d'abord.",
  not_signed_up:
    "❌ Vous n'êtes pas inscrit à cet événement. Le bouton d'inscription de son message prend une place.",
  signup_not_found: "❌ Ce membre n'est pas inscrit à cet événement. `/événement ajouter` l'inscrit.",
  user_not_found: "❌ Ce compte n'existe plus. Choisissez quelqu'un d'autre.",
  role_required: '❌ Cet événement demande de choisir un rôle. Prenez-en un dans le menu du message.',
  role_full:
    '❌ Ce rôle est complet : vous gardez votre place actuelle. Choisissez-en un autre, ou réessayez plus tard.',
  illegal_transition:
    "❌ L'état actuel de l'événement ne le permet pas. `/événement voir` montre où il en est.",
  event_started:
    "❌ L'événement a commencé : son début ne peut plus changer. `/événement dupliquer` en prépare un à une autre date.",
  start_in_past: "❌ Le début de l'événement est déjà passé : modifiez sa date d'abord.",
  capacity_below_confirmed:
    '❌ Il y a déjà plus de places prises que cette limite. Choisissez-en une plus haute, ou retirez d’abord des inscrits.',
  role_in_use: "❌ Un rôle que vous retirez a des inscrits : déplacez-les d'abord.",
  not_a_draft: "❌ Seul un brouillon peut être supprimé : annulez l'événement.",
  event_not_completed: '❌ Le butin se partage quand l’événement est terminé : `/événement terminer`.',
  no_one_to_share: '❌ Selon cette règle, personne n’a de part. Choisissez-en une autre.',
  payout_received: '❌ Quelqu’un a déjà reçu sa part : le partage ne change plus.',
  payout_changed: 'ℹ️ Le partage a changé entre-temps. Regardez votre part : `/mes parts`.',
  payout_not_found: '❌ Ce butin n’est pas encore partagé. Choisissez `parts` pour le faire.',
  event_full:
    "❌ L'événement est complet. Libérez une place, ou augmentez leur nombre avec `/événement modifier`.",
  role_menu_not_found: '❌ Ce menu de rôles ne sert plus. Cherchez le plus récent dans le salon.',
  role_menu_full: '❌ Vous avez déjà autant de rôles de ce menu que possible : quittez-en un d’abord.',
  role_not_offered: '❌ Ce rôle n’est plus en libre-service. Demandez-le à un admin du serveur.',
  role_of_event: 'ℹ️ Ce rôle vous vient d’un événement ou d’un abonnement : il part avec lui.',
  role_refused: '❌ Discord me refuse ce rôle. Prévenez un admin du serveur.',
  unavailable: '❌ Le service est momentanément indisponible. Réessayez dans un instant.',
  waitlist_full:
    "❌ La liste d'attente de cet événement est complète. Réessayez plus tard : une place peut se libérer.",
};

/** Why an input was refused, by the field at fault; `other` for any that has no text of its own. */
export const faultyFields = {
  role_id: "❌ Ce rôle n'existe pas, ou plus, dans cet événement. Choisissez-en un dans la liste.",
  roles: '❌ Deux rôles ont des noms qui se lisent de même. Donnez-leur des noms différents.',
  ship_id: "❌ Ce vaisseau n'est plus dans la flotte de l'événement. Choisissez-en un autre.",
  start_at_utc: '❌ Il faut une date à venir, par exemple « demain 20h ».',
  occurrence: '❌ La série n’a rien ce jour-là. Choisissez une date dans la liste.',
  channel_id:
    '❌ Je ne peux pas écrire dans ce salon : choisissez un salon textuel ou d’annonces de ce serveur.',
  channel_layout:
    '❌ Les fils se créent dans le salon des inscriptions : gardez-en un, ou choisissez d’autres salons pour les événements.',
  other: '❌ Une valeur ne convient pas. Vérifiez ce que vous avez écrit ou choisi, puis réessayez.',
};

/** Why something was refused that has no text of its own, by the kind of the error. */
export const refusedKinds = {
  forbidden: '❌ Vous n’en avez pas le droit ici. Demandez à un admin de l’organisation.',
  not_found: '❌ Cela n’existe plus. Actualisez ou refaites la commande.',
  conflict: '❌ Ce n’est pas possible en ce moment. Actualisez, puis réessayez.',
};
