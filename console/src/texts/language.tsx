import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect } from 'react';
import type { Me } from '../api/me.js';
import type { Texts } from './fr/index.js';

export type Locale = Me['locale'];

/** Each is loaded when it is first spoken. */
const catalogues: Record<Locale, () => Promise<Texts>> = {
  fr: async () => (await import('./fr/index.js')).fr,
  en: async () => (await import('./en/index.js')).en,
};

/** The languages of the console, in the order in which they are offered. */
export const LOCALES = Object.keys(catalogues) as Locale[];

interface Spoken {
  readonly locale: Locale;
  readonly texts: Texts;
}

/** A language with all of its texts. */
export const languageQuery = (locale: Locale) =>
  queryOptions({
    queryKey: ['language', locale],
    queryFn: async (): Promise<Spoken> => ({ locale, texts: await catalogues[locale]() }),
    // Without it nothing can be said, not even that.
    retry: 3,
    staleTime: Infinity,
    gcTime: Infinity,
  });

const Language = createContext<Spoken | null>(null);

/** Says everything below in one language; while another one is loaded, in the one before. */
export function LanguageProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const { data: spoken } = useQuery({ ...languageQuery(locale), placeholderData: keepPreviousData });
  useEffect(() => {
    if (spoken !== undefined) document.documentElement.lang = spoken.locale;
  }, [spoken]);
  return spoken !== undefined && <Language value={spoken}>{children}</Language>;
}

function useLanguage(): Spoken {
  const spoken = useContext(Language);
  if (spoken === null) throw new Error('No language is spoken here.');
  return spoken;
}

export const useLocale = (): Locale => useLanguage().locale;

export const useTexts = (): Texts => useLanguage().texts;

/** The first of the browser's languages that we speak. */
export function browserLocale(): Locale {
  const known = navigator.languages.map((tag) => LOCALES.find((locale) => tag.split('-')[0] === locale));
  return known.find((locale) => locale !== undefined) ?? 'en';
}
