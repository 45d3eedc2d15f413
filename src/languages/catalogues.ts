import { en } from './en/en.js';
import { fr } from './fr/fr.js';

/**
 * Every language that VerseLink speaks, by the first part of its tag (`fr` for `fr` and `fr-CA`). The first one answers
 * people whose language is not here. A further language is a folder beside `fr/` and its name in this line.
 */
export const catalogues = { fr, en };
