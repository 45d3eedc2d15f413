import { markdown } from '../../common/discord-text.js';
import { pluralsOf } from '../plural.js';

const plural = pluralsOf('fr');

/** Who came to events: the table for spreadsheets, and what Discord shows. */
export const attendance = {
  columns: [
    'Nom',
    'Discord',
    'Places prises',
    'Venu',
    'Présence confirmée',
    'Absences notées',
    'Minutes en vocal',
    'Taux de présence',
    'Taux d’absence',
  ],
  heading: (organization: string) => markdown`**📊 Présence : ${organization}**`,
  total: (events: number, seats: number) =>
    `${events} ${plural(events, { one: 'événement', other: 'événements' })}, ${seats} ${plural(seats, { one: 'place prise', other: 'places prises' })}`,
  nothing: 'Aucun événement n’est encore terminé.',
  nothingOwn: 'Aucun événement auquel vous étiez inscrit n’est encore terminé.',
  own: '**📊 Votre présence**',
  rate: (percent: number) => `${percent} %`,
  line: (name: string, attended: number, signedUp: number, noShows: number, time: string) =>
    markdown`**${name}** ${attended}/${signedUp}` +
    `${noShows === 0 ? '' : ` · ${noShows} × pas venu`}${time === '' ? '' : ` · 🔊 ${time}`}`,
};
