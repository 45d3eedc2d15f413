/** The words that Discord itself adds to messages and scheduled events. */
import { ENGLISH } from './words/en.js';
import { FRENCH } from './words/fr.js';

/** @param {string} locale */
export const wordsIn = (locale) => (locale.startsWith('fr') ? FRENCH : ENGLISH);
