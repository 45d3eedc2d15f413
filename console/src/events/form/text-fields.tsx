import { Field } from '../../layout/form.js';
import { useTexts } from '../../texts/language.js';
import { TYPES } from '../search.js';
import type { Draft, Editing } from './draft.js';

type TextPart = { [Part in keyof Draft]: Draft[Part] extends string ? Part : never }[keyof Draft];
type TextField =
  | 'title'
  | 'location'
  | 'duration_minutes'
  | 'max_participants'
  | 'banner_url'
  | 'offer_minutes'
  | 'signup_closes_before_minutes';

const PARTS: Readonly<Record<TextField, TextPart>> = {
  title: 'title',
  location: 'location',
  duration_minutes: 'duration',
  max_participants: 'seats',
  banner_url: 'banner',
  offer_minutes: 'offer',
  signup_closes_before_minutes: 'closesBefore',
};
const INPUTS: Partial<Record<TextField, { type: string; inputMode: 'numeric' | 'text' | 'url' }>> = {
  max_participants: { type: 'number', inputMode: 'numeric' },
  offer_minutes: { type: 'number', inputMode: 'numeric' },
  duration_minutes: { type: 'number', inputMode: 'numeric' },
  // A keyboard of digits alone has no minus on some phones.
  signup_closes_before_minutes: { type: 'number', inputMode: 'text' },
  banner_url: { type: 'url', inputMode: 'url' },
};

/** A field of one line. */
export function TextLine({ draft, set, field }: Editing & { readonly field: TextField }) {
  const { form } = useTexts();
  const hints: Readonly<Partial<Record<string, string>>> = form.hints;
  const part = PARTS[field];
  const hint = hints[field];
  return (
    <Field name={field} label={form.fields[field]} {...(hint !== undefined && { hint })}>
      {(input) => (
        <input
          {...input}
          {...INPUTS[field]}
          value={draft[part]}
          onChange={({ target }) => {
            set({ [part]: target.value });
          }}
        />
      )}
    </Field>
  );
}

/** What the event is: what every organizer says first. */
export function EssentialFields({ draft, set }: Editing) {
  const { form, events } = useTexts();
  return (
    <>
      <TextLine draft={draft} set={set} field="title" />
      <Field name="description" label={form.fields.description} hint={form.hints.description}>
        {(input) => (
          <textarea
            {...input}
            rows={6}
            value={draft.description}
            onChange={({ target }) => {
              set({ description: target.value });
            }}
          />
        )}
      </Field>
      <div className="form-grid">
        <Field name="type" label={form.fields.type}>
          {(input) => (
            <select
              {...input}
              value={draft.type}
              onChange={({ target }) => {
                set({ type: TYPES.find((type) => type === target.value) ?? draft.type });
              }}
            >
              {TYPES.map((type) => (
                <option key={type} value={type}>
                  {events.types[type]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextLine draft={draft} set={set} field="location" />
        <TextLine draft={draft} set={set} field="max_participants" />
      </div>
    </>
  );
}
