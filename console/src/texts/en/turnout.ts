import type { Texts } from '../fr/index.js';

export const turnout: Texts['turnout'] = {
  nobody: 'Nobody has a seat yet. Who came appears here once the event has begun.',
  seats: 'Seats',
  checkedIn: 'Checked in',
  attended: 'Came',
  noShows: 'No-shows',
  plot: 'Check-ins over time',
  plotted: (count, seats) => `${count} check-ins for ${seats} seats, as the table tells`,
  table: 'Attendance',
  columns: ['Member', 'Role', 'Result', 'Checked in at', 'Minutes in voice'],
  came: 'came',
  noShow: 'no-show',
  unknown: 'not noted',
  export: 'Export (CSV)',
  file: 'attendance',
  payout: 'Haul',
  notShared: 'The haul is not shared yet. On Discord, the command /event payout does it.',
  haul: (amount) => `${amount} aUEC shared.`,
  shareColumns: ['Member', 'Share (aUEC)', 'State'],
  open: 'to receive',
  received: 'received',
};
