import { useId } from 'react';
import { Check, useFieldErrors } from '../../layout/form.js';
import { useTexts } from '../../texts/language.js';
import type { Editing } from './draft.js';
import { spanOf } from './say-field.js';

/** The moments that are offered, in minutes before the start. */
const OFFERED = [10_080, 4320, 1440, 720, 180, 60, 30, 15];
const USUAL = [4320, 1440, 60];

/** When the event is reminded of. */
export function ReminderFields({ draft: { reminders }, set }: Editing) {
  const { form } = useTexts();
  const name = useId();
  const error = useFieldErrors()['reminder_offsets_minutes'];
  const choices = [
    ['asServers', reminders === null, null],
    ['none', reminders?.length === 0, []],
    ['chosen', reminders !== null && reminders.length > 0, USUAL],
  ] as const;
  return (
    <fieldset className="plain">
      <legend className="unseen">{form.fields.reminder_offsets_minutes}</legend>
      {choices.map(([choice, isChosen, value]) => (
        <label key={choice} className="radio">
          <input
            type="radio"
            name={name}
            checked={isChosen}
            onChange={() => {
              set({ reminders: value });
            }}
          />
          {form.reminder[choice]}
        </label>
      ))}
      {reminders !== null && reminders.length > 0 && <Moments reminders={reminders} set={set} />}
      {error !== undefined && <p className="field-error">{error}</p>}
    </fieldset>
  );
}

function Moments({ reminders, set }: Pick<Editing, 'set'> & { readonly reminders: readonly number[] }) {
  const { form } = useTexts();
  const moments = [...new Set([...OFFERED, ...reminders])].sort((a, b) => b - a);
  return (
    <div className="form-grid checks">
      {moments.map((minutes) => (
        <Check
          key={minutes}
          label={form.reminder.before(spanOf(minutes, form.reminder))}
          checked={reminders.includes(minutes)}
          set={(checked) => {
            set({
              reminders: moments.filter((one) => (one === minutes ? checked : reminders.includes(one))),
            });
          }}
        />
      ))}
    </div>
  );
}
