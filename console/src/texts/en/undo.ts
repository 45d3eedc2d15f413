import type { Texts } from '../fr/index.js';
import { pluralsOf } from '../plural.js';

const plural = pluralsOf('en');

export const undo: Texts['undo'] = {
  label: 'Latest act',
  until: (time) => `can be undone until ${time}`,
  ask: 'Undo…',
  askAbout: (what) => `Undo: ${what}`,
  changed: (fields) => `Event changed (${fields.join(', ')})`,
  signup: (handle, before, after) => `${handle}: ${before} → ${after}`,
  gone: 'Deleted account',
  title: 'Undo this?',
  act: 'Undo',
  done: 'It is undone.',
  impossible: 'This cannot be undone any more.',
  looking: 'Looking at what that changes…',
  touches: 'What that changes',
  back: 'The fields are as they were before; seats that were given meanwhile stay.',
  nothing: 'Nothing changes on Discord, and no one is told.',
  message: (server) => `Signup message on ${server}`,
  scheduled: (server) => `Discord event on ${server}`,
  roles: (server, added, removed) =>
    `Discord roles on ${server}: ${[added > 0 && `${added} given`, removed > 0 && `${removed} taken`]
      .filter(Boolean)
      .join(', ')}`,
  notice: (kind, people) =>
    `${kind}: ${people} ${plural(people, { one: 'person is told', other: 'people are told' })}`,
  refusals: {
    undo_no_seat: 'Others have the seat by now, and keep it.',
    undo_changed_since: 'It has been changed once more since.',
    undo_signup_gone: 'This signup is not there any more.',
    undo_role_gone: 'The role from before is not there any more.',
    undo_offer_over: 'The time to take the offered seat has run out.',
    undo_no_approval: 'Signups need no approval any more.',
    undo_ship_full: 'The post aboard is taken.',
    undo_impossible: 'What was there before is not possible any more.',
    event_closed: 'The event is completed or cancelled.',
    event_started: 'The event has started.',
    capacity_below_confirmed: 'The added seats are taken, and stay so.',
    role_in_use: 'The added role is taken.',
    ship_in_use: 'People are aboard the added ship.',
    answer_not_offered: 'This answer is not offered any more.',
  },
};
