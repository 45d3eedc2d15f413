import { useId, useState } from 'react';
import { Dialog } from '../../layout/dialog.js';
import { useTexts } from '../../texts/language.js';
import { changesOf, type Draft, type FieldName, fieldsOf, isSame, withFields } from './draft.js';
import { useSayField } from './say-field.js';

/** What stands against what: the event as I began, as I have it, and as it is now, all on one clock. */
export interface Conflict {
  readonly before: Draft;
  readonly mine: Draft;
  readonly theirs: Draft;
}

interface ConflictProps {
  readonly conflict: Conflict;
  readonly resolve: (draft: Draft) => void;
  readonly close: () => void;
}

/** Both sides of an edit that crossed another one, field by field, to choose from. What only I changed stays mine without a question. */
export function ConflictDialog({ conflict: { before, mine, theirs }, resolve, close }: ConflictProps) {
  const { form } = useTexts();
  const { conflict: texts } = form;
  const [ours, others] = [fieldsOf(mine), fieldsOf(theirs)];
  const my = Object.keys(changesOf(before, mine)) as FieldName[];
  const contested = (Object.keys(changesOf(before, theirs)) as FieldName[]).filter(
    (field) => !isSame(ours[field], others[field]),
  );
  const [kept, keep] = useState(() => new Set(contested.filter((field) => my.includes(field))));
  const say = useSayField(mine.zone);
  return (
    <Dialog title={texts.title} close={close}>
      <form
        className="form"
        onSubmit={(submit) => {
          submit.preventDefault();
          const unasked = my.filter((field) => !contested.includes(field));
          resolve(withFields(theirs, mine, [...unasked, ...kept]));
        }}
      >
        <p>{texts.why}</p>
        {contested.map((field) => (
          <Sides
            key={field}
            title={form.fields[field]}
            theirs={say(field, others)}
            mine={say(field, ours)}
            isMine={kept.has(field)}
            choose={(isMine) => {
              keep(new Set(isMine ? [...kept, field] : [...kept].filter((one) => one !== field)));
            }}
          />
        ))}
        <footer className="dialog-foot">
          <button type="button" className="button" onClick={close}>
            {texts.back}
          </button>
          <button type="submit" className="button primary">
            {texts.save}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

interface SidesProps {
  readonly title: string;
  readonly theirs: string;
  readonly mine: string;
  readonly isMine: boolean;
  readonly choose: (isMine: boolean) => void;
}

function Sides({ title, theirs, mine, isMine, choose }: SidesProps) {
  const { form } = useTexts();
  const name = useId();
  const sides = [
    [form.conflict.theirs, theirs, false],
    [form.conflict.mine, mine, true],
  ] as const;
  return (
    <fieldset className="plain sides">
      <legend>{title}</legend>
      {sides.map(([side, value, which]) => (
        <label key={side} className="side">
          <input
            type="radio"
            name={name}
            checked={isMine === which}
            onChange={() => {
              choose(which);
            }}
          />
          <span>
            <span className="quiet">{side}</span>
            <span className="side-value">{value}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
