import type { Reader } from '../validation/reader.js';

/** Checks the choices of an autocomplete answer: at most 25, names and texts of 1 to 100 characters. */
export function checkChoices(data: Reader): void {
  for (const choice of data.objects('choices', { required: true, max: 25 }) ?? []) {
    choice.string('name', { required: true, min: 1, max: 100 });
    const value = choice.raw('value');
    if (typeof value === 'string') choice.string('value', { min: 1, max: 100 });
    else if (typeof value !== 'number') choice.fault('value', 'BASE_TYPE_REQUIRED', 'This field is required');
  }
}
