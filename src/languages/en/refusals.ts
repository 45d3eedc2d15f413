import type { Texts } from '../texts.js';

export const refusals = {
  unknown: '❌ Something went wrong, nothing was lost. Try again in a moment.',
  event_not_found:
    '❌ This event does not exist any more, or is not open here. `/event list` shows what is to come.',
  event_closed:
    '❌ This event is not open: it is over, cancelled, or not published yet. `/event list` shows what is to come.',
  signups_closed: '❌ Signups have closed. You can still withdraw; for a seat, ask the organizer.',
  signups_locked: '❌ The organizer has locked the answers. Ask them if yours has to change.',
  answer_not_offered:
    '❌ The organizer no longer offers this answer. The buttons of the message say which are left.',
  signup_restricted:
    "❌ Signups are for the organization's members and for the Discord roles that the organizer chose. To be one of them: `/organization join`; for a role, ask the organizer.",
  org_role_required: "❌ That is for the organization's staff. To organize, ask an admin to make you staff.",
  organization_not_found:
    '❌ This organization does not exist, or is not open to you. Ask one of its members for an invitation.',
  guild_not_found:
    '❌ That works on a server that is connected to an organization. Somebody who manages this server can connect it with `/setup`.',
  guild_already_registered:
    '❌ This server is connected to another organization, an admin of which manages this server too. Ask them to let it go.',
  manage_server_required:
    '❌ You need the permission "Manage Server" on this Discord server. Ask somebody who has it.',
  org_admin_required: "❌ That is for the admins of this server's organization. Ask one of them.",
  organization_invalid:
    '❌ The name needs 3 to 100 visible characters, the tag 2 to 10 letters or digits without accents. Try again.',
  tag_taken: '❌ Another organization has this tag already. Choose another one.',
  name_taken: "❌ Another organization's name reads the same. Choose another one.",
  name_does_not_match: '❌ That is not your name: nothing is erased. `/link` shows your name.',
  owns_organizations: '❌ You own an organization: give it to another member first, on the website.',
  export_too_large: '❌ Your data do not fit into a file of Discord. Ask for them on the website.',
  series_not_found: '❌ This series does not exist any more. Choose one from the list.',
  several_match: '❌ Several names contain these words. Choose one from the list that opens as you type.',
  series_changed: '❌ This series was changed just now. Try again.',
  in_series: '❌ This event is repeated already: `/series list` says how often.',
  template_not_found: '❌ This template does not exist any more. Choose one from the list.',
  template_name_taken: "❌ Another template's name reads the same. Choose another one.",
  template_name_invalid:
    '❌ The name of a template is one line with at least one visible character. Choose another one.',
  organizers_only:
    '🔒 Only the organizers of this event may do that. To take part, press the signup button; to organize, ask an admin to make you staff.',
  bots_cannot_join: '❌ A bot takes no seat. Choose a member.',
  nothing_planned: '❌ No event is planned. Prepare one with `/event create`.',
  not_adoptable:
    '❌ Too late: only a Discord event that is still to come can become a VerseLink event. `/event create` prepares another one.',
  scheduled_event_not_found:
    '❌ There is no Discord event of this name, or not any more. Choose one from the list.',
  already_member: 'ℹ️ You are a member of the organization already.',
  join_request_pending: 'ℹ️ Your request is waiting already: staff will answer it.',
  join_request_decided: 'ℹ️ This request was answered already.',
  join_request_not_found:
    '❌ This request does not exist any more. `/organization requests` shows those that wait.',
  announcements_used_up: '❌ An event has at most five announcements a day: try again after midnight (UTC).',
  announcement_invalid: '❌ This message has nothing to read. Write at least one word.',
  event_not_published: '❌ This event is still a draft. Publish it first.',
  limit_reached: '❌ That is as many as can be kept here. Remove what is not used any more, then try again.',
  offer_over:
    '❌ This seat is not offered to you any more. The signup button puts you on the waitlist again.',
  not_pending: 'ℹ️ This signup does not wait for approval any more.',
  not_started: '❌ The event has not begun: no one has missed it yet.',
  marked_no_show:
    '❌ The organizer noted that you did not come to this event. If that is a mistake, ask them to take it back.',
  already_checked_in: 'ℹ️ You are checked in already.',
  check_in_closed: '❌ Too early: you can check in from one hour before the start.',
  not_confirmed: '❌ That needs a seat in the event. The list of participants says where you stand.',
  ship_full: '❌ This place aboard is taken. Choose another post or another ship.',
  ship_in_use: '❌ More people are aboard a ship than you leave room for: put them ashore first.',
  not_signed_up: '❌ You are not signed up for this event. The signup button of its message takes a seat.',
  signup_not_found: '❌ This member is not signed up for this event. `/event add` signs them up.',
  user_not_found: '❌ This account does not exist any more. Choose somebody else.',
  role_required: '❌ This event asks for a role. Take one in the menu of the message.',
  role_full: '❌ This role is full: you keep the seat you have. Choose another role, or try again later.',
  illegal_transition: "❌ The event's present state does not allow this. `/event show` says how it stands.",
  event_started:
    '❌ The event has begun: its start cannot be moved any more. `/event duplicate` prepares one at another date.',
  start_in_past: '❌ The start of the event has passed already: change its date first.',
  capacity_below_confirmed:
    '❌ More seats than this limit are taken already. Choose a higher one, or take people out first.',
  role_in_use: '❌ A role that you take out has signups: move them first.',
  not_a_draft: '❌ Only a draft can be deleted: cancel the event instead.',
  event_not_completed: '❌ A haul is shared when the event is completed: `/event complete`.',
  no_one_to_share: '❌ By this rule nobody gets a share. Choose another one.',
  payout_received: '❌ Somebody has received their share: the payout stays as it is.',
  payout_changed: 'ℹ️ The payout was changed meanwhile. Look at your share: `/my payouts`.',
  payout_not_found: '❌ This haul is not shared yet. Choose `shares` to do it.',
  event_full: '❌ The event is full. Free a seat, or raise their number with `/event edit`.',
  role_menu_not_found: '❌ This role menu is no longer in use. Look for the most recent one in the channel.',
  role_menu_full: '❌ You have as many roles of this menu as you may: leave one first.',
  role_not_offered: '❌ This role is not self-service any more. Ask an admin of the server for it.',
  role_of_event: 'ℹ️ An event or a plan gives you this role: it goes with it.',
  role_refused: '❌ Discord does not let me give this role. Tell an admin of the server.',
  unavailable: '❌ The service is away for a moment. Try again soon.',
  waitlist_full: '❌ The waitlist of this event is full. Try again later: a seat may become free.',
} satisfies Texts['refusals'];

export const faultyFields = {
  role_id: '❌ This role is not part of the event, or not any more. Choose one from the list.',
  roles: '❌ Two roles have names that read the same. Give them different names.',
  ship_id: "❌ This ship is not in the event's fleet any more. Choose another one.",
  start_at_utc: '❌ A date in the future is needed, for example "tomorrow 8pm".',
  occurrence: '❌ The series has nothing on that day. Choose a date from the list.',
  channel_id: '❌ I cannot write in this channel: choose a text or announcement channel of this server.',
  channel_layout:
    '❌ Threads are made in the channel for signup messages: keep one chosen, or choose other channels for events.',
  other: '❌ A value does not fit. Check what you wrote or chose, then try again.',
} satisfies Texts['faultyFields'];

export const refusedKinds = {
  forbidden: '❌ You may not do this here. Ask an admin of the organization.',
  not_found: '❌ This does not exist any more. Refresh, or use the command again.',
  conflict: '❌ This is not possible right now. Refresh, then try again.',
} satisfies Texts['refusedKinds'];
