import type { Texts } from '../fr/index.js';
import { events } from './events.js';
import { frame } from './frame.js';

export const en: Texts = { ...frame, events };
