import { createContext, type ReactNode, useContext, useEffect } from 'react';
import type { Me } from '../api/me.js';
import { en } from './en/index.js';
import { fr, type Texts } from './fr/index.js';

export type Locale = Me['locale'];

const catalogues: Record<Locale, Texts> = { fr, en };

/** The languages of the console, in the order in which they are offered. */
export const LOCALES = Object.keys(catalogues) as Locale[];

const Language = createContext<Locale>('fr');

/** Says everything below in one language. */
export function LanguageProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return <Language value={locale}>{children}</Language>;
}

export const useLocale = (): Locale => useContext(Language);

export const useTexts = (): Texts => catalogues[useLocale()];

/** The first of the browser's languages that we speak. */
export function browserLocale(): Locale {
  const known = navigator.languages.map((tag) => LOCALES.find((locale) => tag.split('-')[0] === locale));
  return known.find((locale) => locale !== undefined) ?? 'en';
}
