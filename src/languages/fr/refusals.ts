/** Why something was refused, by the code of the error; `unknown` is a failure of our own. */
export const refusals = {
  unknown: "❌ Une erreur est survenue, rien n'a été perdu. Réessayez dans un instant.",
  event_not_found: "❌ Cet événement n'existe plus.",
  event_closed: '❌ Les inscriptions à cet événement sont fermées.',
  signup_restricted:
    "❌ Les inscriptions sont réservées aux membres de l'organisation et aux rôles Discord choisis par l'organisateur. Demandez-lui de vous y ajouter.",
  org_role_required: "❌ C'est réservé à l'équipe de l'organisation.",
  organization_not_found: "❌ Cette organisation n'existe pas, ou ne vous est pas ouverte.",
  guild_not_found: "❌ Ce n'est possible que sur un serveur inscrit par une organisation.",
  already_member: "ℹ️ Vous faites déjà partie de l'organisation.",
  join_request_pending: 'ℹ️ Votre demande attend déjà une réponse.',
  join_request_decided: 'ℹ️ Cette demande a déjà reçu une réponse.',
  join_request_not_found: "❌ Cette demande n'existe plus.",
  limit_reached: "❌ L'organisation a atteint une de ses limites.",
  not_signed_up: "❌ Vous n'êtes pas inscrit à cet événement.",
  role_full: '❌ Ce rôle est complet : vous gardez votre place actuelle.',
  validation_failed: "❌ Ce rôle n'existe plus dans cet événement.",
  waitlist_full: "❌ La liste d'attente de cet événement est complète.",
};
