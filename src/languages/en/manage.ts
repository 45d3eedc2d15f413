import { markdown } from '../../common/discord-text.js';
import type { Texts } from '../texts.js';

export const manage = {
  states: {
    draft: '📝 Draft',
    published: '📢 Published',
    active: '🟢 Running',
    completed: '🏁 Completed',
    cancelled: '❌ Cancelled',
  },
  seats: (confirmed, max, waiting) =>
    `👥 ${confirmed}${max === null ? '' : `/${max}`} signed up` +
    (waiting === 0 ? '' : ` · ⏳ ${waiting} waiting`),
  edit: 'Edit',
  start: 'Start',
  complete: 'Complete',
  cancel: 'Cancel the event…',
  lock: 'Lock',
  unlock: 'Unlock',
  locked: '🔒 answers locked',
  refresh: 'Refresh',
  chooseRules: 'Rules of signing up, and answers offered',
  rules: { members_only: 'For the organization’s members', role_required: 'A role is required' },
  person: 'Sign up, move or take out somebody',
  reasonTitle: 'Cancel the event',
  reasonLabel: 'Why? Members will read it.',
  notSignedUp: 'not signed up',
  standing: (status, role) => (role === null ? status : markdown`${status}, ${role}`),
  statuses: {
    confirmed: '✅ signed up',
    waitlist: '⏳ waiting',
    checked_in: '✅ checked in',
    withdrawn: 'withdrawn',
    no_show: 'no show',
  },
  seat: 'Sign up',
  remove: 'Take out',
  back: 'Back to the event',
  whichEvent: 'For which event?',
  chooseEvent: 'Choose an event',
} satisfies Texts['manage'];
