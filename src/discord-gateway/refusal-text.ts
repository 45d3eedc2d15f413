import type { DomainError } from '../common/errors.js';
import { type Locale, textsIn } from '../languages/languages.js';
import type { Texts } from '../languages/texts.js';

/** Why something was refused and what helps, or that it failed (`null`), in plain words. */
export function refusalText(error: DomainError | null, locale: Locale): string {
  const { refusals, refusedKinds } = textsIn(locale);
  if (error === null) return refusals.unknown;
  if (has(refusals, error.code)) return refusals[error.code];
  if (error.kind === 'invalid') return fieldText(error, locale);
  return has(refusedKinds, error.kind) ? refusedKinds[error.kind] : refusals.unknown;
}

/** By the first field at fault: `roles.0.name` is of `roles`, and every channel that is chosen is a `channel_id`. */
function fieldText({ errors: [first] }: DomainError, locale: Locale): string {
  const { faultyFields } = textsIn(locale);
  const [field = ''] = first?.field.split('.') ?? [];
  const known = field.endsWith('channel_id') ? 'channel_id' : field;
  return has(faultyFields, known) ? faultyFields[known] : faultyFields.other;
}

function has<Group extends Texts['refusals' | 'faultyFields' | 'refusedKinds']>(
  group: Group,
  key: string,
): key is Extract<keyof Group, string> {
  return Object.hasOwn(group, key);
}
