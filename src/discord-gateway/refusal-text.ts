import type { DomainError } from '../common/errors.js';
import { type Locale, textsIn } from '../languages/languages.js';
import type { Texts } from '../languages/texts.js';

/** Why something was refused, or that it failed (`null`), in plain words. */
export function refusalText(error: DomainError | null, locale: Locale): string {
  const { refusals } = textsIn(locale);
  const code = error?.code ?? 'unknown';
  return isExplained(code, refusals) ? refusals[code] : refusals.unknown;
}

function isExplained(code: string, refusals: Texts['refusals']): code is keyof Texts['refusals'] {
  return Object.hasOwn(refusals, code);
}
