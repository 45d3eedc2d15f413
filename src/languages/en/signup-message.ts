import { shortDuration } from '../duration.js';
import { pluralsOf } from '../plural.js';
import type { Texts } from '../texts.js';

const plural = pluralsOf('en');

export const signupMessage = {
  when: '📅 Date',
  duration: '⏱️ Duration',
  minutes: shortDuration,
  participants: '👥 Participants',
  location: '📍 Location',
  organizer: '👤 Organizer',
  addToCalendar: 'Add to my calendar',
  ships: '🚀 Ships',
  ship: (model, crew) => `${model} · crew of ${crew}`,
  free: (count) =>
    count === 0 ? 'Full' : `${count} ${plural(count, { one: 'seat free', other: 'seats free' })}`,
  noLimit: 'No limit of seats',
  signedUp: 'Signed up',
  reason: '💬 Reason',
  waitlist: '⏳ Waitlist',
  noRole: 'No role',
  otherRoles: (from, to) => `Other roles (${from} to ${to})`,
  moreRoles: (count) =>
    `… and ${count} more ${plural(count, { one: 'role', other: 'roles' })}, in the menus and by “Show participants”`,
  noOne: '—',
  more: (count) => `… and ${count} more`,
  signUp: 'Sign up',
  withdraw: 'Withdraw',
  showList: 'Show participants',
  edit: 'Edit',
  manage: 'Manage',
  chooseRole: 'Choose a role',
  chooseRoleOf: (from, to) => `Choose a role (${from} to ${to})`,
  seats: (taken, capacity) => `${taken}/${capacity} ${plural(capacity, { one: 'seat', other: 'seats' })}`,
  own: (role) => `➡️ You: ${role}`,
  ownSeat: 'signed up',
  ownWaiting: (position) => `waitlist, position ${position}`,
  page: (page, pages) => `Page ${page} of ${pages}`,
  previous: 'Previous',
  next: 'Next',
  full: '🟠 Full',
  shut: '🔒 Signups closed',
  answers: { late: '🕒 Late', tentative: '🤔 Maybe', absent: '🚫 Absent' },
  signups: '🔒 Signups',
  until: (time) => `until ${time}`,
  locked: 'closed by the organizer',
  membersOnly: 'for the organization',
  active: '🟢 In progress',
  completed: '🏁 Completed',
  cancelled: '❌ Cancelled',
} satisfies Texts['signupMessage'];
