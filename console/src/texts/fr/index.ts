import { event } from './event.js';
import { events } from './events.js';
import { form } from './form.js';
import { frame } from './frame.js';
import { me } from './me.js';
import { roster } from './roster.js';

/** Everything that the console says: a file for each folder of pages. */
export const fr = { ...frame, event, events, form, me, roster };

/** What every language has to say. */
export type Texts = typeof fr;
