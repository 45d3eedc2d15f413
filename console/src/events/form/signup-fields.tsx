import { useId } from 'react';
import { useMoments } from '../../format/moments.js';
import { localOf } from '../../format/zones.js';
import { Check, Field } from '../../layout/form.js';
import { useTexts } from '../../texts/language.js';
import { deadlineOf, type Editing, type ExtraAnswer, type FormKind, type Visibility } from './draft.js';
import { SignupRoles } from './role-picker.js';
import { TextLine } from './text-fields.js';

const VISIBILITIES: readonly Visibility[] = ['public', 'unlisted', 'private'];
const ANSWERS: readonly ExtraAnswer[] = ['late', 'tentative', 'absent'];

/** Who sees the event, and who may sign up. */
export function WhoFields({ draft, set, org }: Editing & { readonly org: string }) {
  const { form } = useTexts();
  const name = useId();
  return (
    <>
      <fieldset className="plain">
        <legend>{form.fields.visibility}</legend>
        {VISIBILITIES.map((visibility) => (
          <label key={visibility} className="radio">
            <input
              type="radio"
              name={name}
              checked={draft.visibility === visibility}
              onChange={() => {
                set({ visibility });
              }}
            />
            {form.visibilities[visibility]}
            <span className="hint">{form.visibilityHints[visibility]}</span>
          </label>
        ))}
      </fieldset>
      <Check
        label={form.fields.members_only}
        hint={form.hints.members_only}
        checked={draft.membersOnly}
        set={(membersOnly) => {
          set({ membersOnly });
        }}
      />
      <SignupRoles draft={draft} set={set} org={org} />
      <Check
        label={form.fields.approval_required}
        hint={form.hints.approval_required}
        checked={draft.approval}
        set={(approval) => {
          set({ approval });
        }}
      />
    </>
  );
}

/** How members answer. A series has neither deadline nor lock: each of its events has its own. */
export function SignupFields({ draft, set, kind }: Editing & { readonly kind: FormKind }) {
  const { form } = useTexts();
  return (
    <>
      <fieldset className="plain">
        <legend>{form.fields.answers}</legend>
        {ANSWERS.map((answer) => (
          <Check
            key={answer}
            label={form.answers[answer]}
            checked={draft.answers.includes(answer)}
            set={(checked) => {
              set({
                answers: ANSWERS.filter((one) => (one === answer ? checked : draft.answers.includes(one))),
              });
            }}
          />
        ))}
      </fieldset>
      <Check
        label={form.fields.role_required}
        hint={form.hints.role_required}
        checked={draft.roleRequired}
        set={(roleRequired) => {
          set({ roleRequired });
        }}
      />
      <div className="form-grid">
        <TextLine draft={draft} set={set} field="offer_minutes" />
        {kind === 'event' && <Deadline draft={draft} set={set} />}
        {kind === 'template' && <TextLine draft={draft} set={set} field="signup_closes_before_minutes" />}
      </div>
      {kind !== 'series' && (
        <Check
          label={form.fields.locked}
          hint={form.hints.locked}
          checked={draft.locked}
          set={(locked) => {
            set({ locked });
          }}
        />
      )}
    </>
  );
}

/** The time that was typed, or that a template says from the start on. */
function Deadline({ draft, set }: Editing) {
  const { form } = useTexts();
  const { sayMoment } = useMoments();
  const { start, closes, closesBefore, zone } = draft;
  const deadline = deadlineOf(draft);
  const hint = closesBefore !== '' && start === '' ? form.closesWithStart : form.hints.signup_closes_at;
  return (
    <Field
      name="signup_closes_at"
      label={form.fields.signup_closes_at}
      hint={deadline === null ? hint : sayMoment(deadline, zone)}
    >
      {(input) => (
        <input
          {...input}
          type="datetime-local"
          value={closesBefore === '' || deadline === null ? closes : localOf(deadline, zone)}
          onChange={({ target }) => {
            set({ closes: target.value, closesBefore: '' });
          }}
        />
      )}
    </Field>
  );
}
