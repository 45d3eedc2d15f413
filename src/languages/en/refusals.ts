import type { Texts } from '../texts.js';

export const refusals = {
  unknown: '❌ Something went wrong, nothing was lost. Try again in a moment.',
  event_not_found: '❌ This event does not exist any more.',
  event_closed: '❌ Signups for this event are closed.',
  signup_restricted:
    "❌ Signups are for the organization's members and for the Discord roles that the organizer chose. Ask the organizer to let you in.",
  org_role_required: "❌ That is for the organization's staff.",
  organization_not_found: '❌ This organization does not exist, or is not open to you.',
  guild_not_found: '❌ That is possible only on a server that an organization has registered.',
  guild_already_registered:
    '❌ This server is connected to another organization, an admin of which manages this server too. Ask them to let it go.',
  manage_server_required: '❌ You need the permission "Manage Server" on this Discord server.',
  org_admin_required: "❌ That is for the admins of this server's organization. Ask one of them.",
  organization_invalid:
    '❌ The name needs 3 to 100 visible characters, the tag 2 to 10 letters or digits without accents. Try again.',
  tag_taken: '❌ Another organization has this tag already. Choose another one.',
  name_taken: "❌ Another organization's name reads the same. Choose another one.",
  already_member: 'ℹ️ You are part of the organization already.',
  join_request_pending: 'ℹ️ Your request is waiting for an answer already.',
  join_request_decided: 'ℹ️ This request was answered already.',
  join_request_not_found: '❌ This request does not exist any more.',
  limit_reached: '❌ The organization has reached one of its limits.',
  not_signed_up: '❌ You are not signed up for this event.',
  role_full: '❌ This role is full: you keep the seat you have.',
  validation_failed: '❌ This role is not part of the event any more.',
  illegal_transition: "❌ The event's present state does not allow this.",
  event_started: '❌ The event has begun: its start cannot be moved any more.',
  start_in_past: '❌ The start of the event has passed already: change its date first.',
  capacity_below_confirmed: '❌ More seats than this limit are taken already.',
  role_in_use: '❌ A role that you take out has signups: move them first.',
  not_a_draft: '❌ Only a draft can be deleted: cancel the event instead.',
  event_full: '❌ The event is full.',
  unavailable: '❌ The service is away for a moment. Try again soon.',
  waitlist_full: '❌ The waitlist of this event is full.',
} satisfies Texts['refusals'];
