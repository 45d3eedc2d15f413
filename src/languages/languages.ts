import { catalogues } from './catalogues.js';
import type { Texts } from './texts.js';

/** A language of which there is a catalogue. */
export type Locale = keyof typeof catalogues;

/** The languages of every text that a member sees. */
export const LOCALES = Object.keys(catalogues) as Locale[];

/** The language of servers that chose none, and of people whose own language has no catalogue. */
export const DEFAULT_LOCALE: Locale = 'fr';

/** The texts in a language. */
export const textsIn = (locale: Locale): Texts => catalogues[locale];

/** The language to answer in, from a Discord locale such as `en-GB` or `fr`. */
export function localeFromDiscord(discordLocale: string | null | undefined): Locale {
  const language = discordLocale?.split('-')[0];
  return LOCALES.find((locale) => locale === language) ?? DEFAULT_LOCALE;
}
