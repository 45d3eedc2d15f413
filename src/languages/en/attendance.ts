import { markdown } from '../../common/discord-text.js';
import { pluralsOf } from '../plural.js';
import type { Texts } from '../texts.js';

const plural = pluralsOf('en');

export const attendance = {
  columns: [
    'Name',
    'Discord',
    'Seats taken',
    'Attended',
    'Checked in',
    'No-shows',
    'Minutes in voice',
    'Attendance rate',
    'No-show rate',
  ],
  heading: (organization: string) => markdown`**📊 Attendance: ${organization}**`,
  total: (events: number, seats: number) =>
    `${events} ${plural(events, { one: 'event', other: 'events' })}, ${seats} ${plural(seats, { one: 'seat taken', other: 'seats taken' })}`,
  nothing: 'No event is over yet.',
  nothingOwn: 'No event that you signed up for is over yet.',
  own: '**📊 Your attendance**',
  rate: (percent) => `${percent}%`,
  line: (name: string, attended: number, signedUp: number, noShows: number, time: string) =>
    markdown`**${name}** ${attended}/${signedUp}` +
    `${noShows === 0 ? '' : ` · ${noShows} × no-show`}${time === '' ? '' : ` · 🔊 ${time}`}`,
} satisfies Texts['attendance'];
