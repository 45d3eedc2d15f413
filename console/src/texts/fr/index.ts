import { events } from './events.js';
import { frame } from './frame.js';

/** Everything that the console says: a file for each folder of pages. */
export const fr = { ...frame, events };

/** What every language has to say. */
export type Texts = typeof fr;
