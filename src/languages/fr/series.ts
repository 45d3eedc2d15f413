import { markdown } from '../../common/discord-text.js';

const NTH = ['premier', 'deuxième', 'troisième', 'quatrième', 'cinquième'];

/** What organizers are told of events that come again and again. */
export const series = {
  every: {
    week: 'Chaque semaine',
    two_weeks: 'Toutes les deux semaines',
    month: 'Chaque mois, le même jour de la semaine',
  },
  daily: (interval: number, days: string) =>
    `${interval === 1 ? 'chaque jour' : `tous les ${interval} jours`}${days && `, le ${days}`}`,
  weekly: (interval: number, days: string) =>
    interval === 1 ? `chaque ${days}` : `toutes les ${interval} semaines, le ${days}`,
  monthly: (interval: number, days: string) =>
    `${interval === 1 ? 'chaque mois' : `tous les ${interval} mois`}, le ${days}`,
  nthWeekday: (nth: number, day: string) =>
    nth < 0 ? `${nth === -1 ? 'dernier' : `${-nth}e dernier`} ${day}` : `${NTH[nth - 1] ?? `${nth}e`} ${day}`,
  monthDay: (day: number) => {
    if (day < 0) return day === -1 ? 'dernier jour' : `${-day}e jour avant la fin`;
    return day === 1 ? '1er' : String(day);
  },
  at: (rule: string, time: string, place: string) => `${rule} à ${time} (${place})`,
  until: (rule: string, day: string) => `${rule}, jusqu’au ${day}`,
  times: (rule: string, count: number) => `${rule}, ${count} fois`,
  created: (title: string, words: string, dates: string) =>
    `${markdown`🔁 **${title}** : ${words}.`}\nProchaines dates : ${dates}\nChaque date devient un événement deux semaines avant, avec ses propres inscriptions.`,
  heading: '🔁 Événements qui se répètent',
  line: (title: string, words: string, next: string) =>
    `${markdown`• **${title}** : ${words}`}${next && ` · ${next}`}`,
  none: 'Aucun événement ne se répète. `/série créer` répète un événement.',
  stopped: (title: string) =>
    markdown`✅ **${title}** ne se répète plus. Les événements déjà publiés restent : annulez-les si besoin.`,
  skipped: (title: string, day: string) => markdown`✅ **${title}** n’aura pas lieu le ${day}.`,
};
