import { pluralsOf } from '../plural.js';

const plural = pluralsOf('fr');

/** What an organizer can take back. */
export const undo = {
  label: 'Dernière action',
  until: (time: string) => `peut être défait jusqu’à ${time}`,
  ask: 'Défaire…',
  askAbout: (what: string) => `Défaire : ${what}`,
  changed: (fields: readonly string[]) => `Événement modifié (${fields.join(', ')})`,
  signup: (handle: string, before: string, after: string) => `${handle} : ${before} → ${after}`,
  gone: 'Compte supprimé',
  title: 'Défaire cette action ?',
  act: 'Défaire',
  done: 'C’est défait.',
  impossible: 'Cette action ne peut plus être défaite.',
  looking: 'On regarde ce que cela change…',
  touches: 'Ce que cela change',
  back: 'Les champs reprennent leur valeur d’avant ; les places données entre-temps restent.',
  nothing: 'Rien ne change sur Discord, et personne n’est prévenu.',
  message: (server: string) => `Message d’inscription sur ${server}`,
  scheduled: (server: string) => `Événement Discord sur ${server}`,
  roles: (server: string, added: number, removed: number) =>
    `Rôles Discord sur ${server} : ${[
      added > 0 && `${added} ${plural(added, { one: 'donné', other: 'donnés' })}`,
      removed > 0 && `${removed} ${plural(removed, { one: 'retiré', other: 'retirés' })}`,
    ]
      .filter(Boolean)
      .join(', ')}`,
  notice: (kind: string, people: number) =>
    `${kind} : ${people} ${plural(people, { one: 'personne concernée', other: 'personnes concernées' })}`,
  refusals: {
    undo_no_seat: 'D’autres ont la place, et la gardent.',
    undo_changed_since: 'Cela a encore changé depuis.',
    undo_signup_gone: 'Cette inscription n’existe plus.',
    undo_role_gone: 'Le rôle d’avant n’existe plus.',
    undo_offer_over: 'Le délai pour accepter la place est passé.',
    undo_no_approval: 'Les inscriptions ne sont plus soumises à validation.',
    undo_ship_full: 'Le poste à bord est pris.',
    undo_impossible: 'La valeur d’avant n’est plus possible.',
    event_closed: 'L’événement est terminé ou annulé.',
    event_started: 'L’événement a commencé.',
    capacity_below_confirmed: 'Les places en plus sont prises, et le restent.',
    role_in_use: 'Le rôle ajouté est pris.',
    ship_in_use: 'Des membres sont à bord du vaisseau ajouté.',
    answer_not_offered: 'Cette réponse n’est plus proposée.',
  },
};
