import type { Texts } from '../texts.js';

export const rosterTable = {
  separator: ',',
  columns: [
    'Name',
    'Discord',
    'Role',
    'Status',
    'Place in the queue',
    'Ship',
    'Note',
    'Signed up (UTC)',
    'Checked in (UTC)',
  ],
  statuses: {
    confirmed: 'confirmed',
    waitlist: 'waitlist',
    offered: 'seat offered',
    pending: 'to approve',
    checked_in: 'checked in',
    withdrawn: 'withdrawn',
    no_show: 'no show',
  },
} satisfies Texts['rosterTable'];
