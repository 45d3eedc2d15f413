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
  reason: '💬 Reason',
  waitlist: '⏳ Waitlist',
  noRole: 'No role',
  otherRoles: 'Other roles',
  noOne: '—',
  more: (count) => `… and ${count} more`,
  signUp: 'Sign up',
  withdraw: 'Withdraw',
  showList: 'Show participants',
  chooseRole: 'Choose a role',
  seats: (taken, capacity) => `${taken}/${capacity} ${plural(capacity, { one: 'seat', other: 'seats' })}`,
  people: (title, names) => `${title}: ${names}`,
  active: '🟢 In progress',
  completed: '🏁 Completed',
  cancelled: '❌ Cancelled',
} satisfies Texts['signupMessage'];
