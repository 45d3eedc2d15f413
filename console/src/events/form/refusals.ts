import { Problem } from '../../api/problem.js';
import type { FieldErrors } from '../../layout/form.js';
import type { Texts } from '../../texts/fr/index.js';

/** What is wrong with each field that the API refused: what it wants of it, or the API's own words. */
export function fieldErrorsOf(error: unknown, texts: Texts['form']): FieldErrors {
  if (!(error instanceof Problem)) return {};
  const errors = error.errors.map(({ field, message }) => {
    const path = pathOf(field);
    return [path, wantedOf(path, texts) ?? message] as const;
  });
  return Object.fromEntries(errors);
}

/** A series has the fields of its events below `event`, and its start on a clock; the form has both as an event has them. */
function pathOf(field: string): string {
  const path = field.replace(/^event\./, '');
  if (path === 'local_start') return 'start_at_utc';
  return /^(?:roles|fleet_ships)\.\d/.test(path) || !path.includes('.') ? path : (path.split('.')[0] ?? path);
}

const wantedOf = (path: string, { wanted }: Texts['form']): string | undefined =>
  wanted[
    path
      .replace(/^name$/, 'template_name')
      .replace(/^(roles\.\d+)\.description$/, 'notes')
      .split('.')
      .at(-1) ?? path
  ];

/** Why an act is not possible as things stand, in plain words; `null` for what is said otherwise. */
export function refusalOf(error: unknown, { refused }: Texts['form']): string | null {
  if (!(error instanceof Problem) || error.code === null) return null;
  return refused[error.code] ?? null;
}
