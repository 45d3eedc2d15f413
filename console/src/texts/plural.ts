import { pluralRules } from '../format/intl.js';

/** The forms of a word; a language uses those that its plural rules know, and always `other`. */
type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** Chooses the form of a word for a number, by the rules of a language. */
export function pluralsOf(locale: string): (count: number, forms: PluralForms) => string {
  return (count, forms) => forms[pluralRules(locale, {}).select(count)] ?? forms.other;
}
