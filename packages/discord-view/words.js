/** The words that Discord itself adds to a scheduled event. */

/** @typedef {import('./types').Words} Words */

/** @type {Words} */
export const ENGLISH = {
  states: { 1: 'Scheduled', 2: 'Happening now', 3: 'Completed', 4: 'Cancelled' },
  until: 'until',
  interested: (count) => `${count} ${count === 1 ? 'person' : 'people'} interested`,
  interest: 'Interested',
  interestIn: (name) => `Interested in ${name}`,
};

/** @type {Words} */
const FRENCH = {
  states: { 1: 'Programmé', 2: 'En cours', 3: 'Terminé', 4: 'Annulé' },
  until: 'jusqu’au',
  interested: (count) => `${count} ${count > 1 ? 'personnes intéressées' : 'personne intéressée'}`,
  interest: 'Intéressé',
  interestIn: (name) => `Intéressé par ${name}`,
};

/** @param {string} locale */
export const wordsIn = (locale) => (locale.startsWith('fr') ? FRENCH : ENGLISH);
