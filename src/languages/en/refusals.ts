import type { Texts } from '../texts.js';

export const refusals = {
  unknown: '❌ Something went wrong, nothing was lost. Try again in a moment.',
  event_not_found: '❌ This event does not exist any more.',
  event_closed: '❌ Signups for this event are closed.',
  signup_restricted:
    "❌ Signups are for the organization's members and for the Discord roles that the organizer chose. Ask the organizer to let you in.",
  not_signed_up: '❌ You are not signed up for this event.',
  role_full: '❌ This role is full: you keep the seat you have.',
  validation_failed: '❌ This role is not part of the event any more.',
  waitlist_full: '❌ The waitlist of this event is full.',
} satisfies Texts['refusals'];
