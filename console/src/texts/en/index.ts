import type { Texts } from '../fr/index.js';
import { event } from './event.js';
import { events } from './events.js';
import { form } from './form.js';
import { frame } from './frame.js';
import { me } from './me.js';
import { roster } from './roster.js';

export const en: Texts = { ...frame, event, events, form, me, roster };
