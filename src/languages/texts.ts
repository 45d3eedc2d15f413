import type { fr } from './fr/fr.js';

/** What a catalogue holds; French is the one that says so, and the compiler names what another one lacks. */
export type Texts = typeof fr;
