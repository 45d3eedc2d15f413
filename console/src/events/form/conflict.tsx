import { useId, useState } from 'react';
import { Dialog } from '../../layout/dialog.js';
import { useTexts } from '../../texts/language.js';
import { type Draft, isSame } from './draft.js';

/** What stands against what: a draft as I began, as I have it, and as it is now, all on one clock. */
export interface Conflict<Of extends Draft> {
  readonly before: Of;
  readonly mine: Of;
  readonly theirs: Of;
}

/** How a draft is taken apart into the fields of the API, told, and put together again. */
export interface Fielded<Of extends Draft, Name extends string> {
  readonly fieldsOf: (draft: Of) => { readonly [Field in Name]?: unknown };
  readonly withFields: (draft: Of, other: Of, names: readonly Name[]) => Of;
  readonly titleOf: (name: Name) => string;
  readonly say: (name: Name, draft: Of) => string;
}

interface ConflictProps<Of extends Draft, Name extends string> {
  readonly title: string;
  readonly conflict: Conflict<Of>;
  readonly fielded: Fielded<Of, Name>;
  readonly resolve: (draft: Of) => void;
  readonly close: () => void;
}

/** Both sides of an edit that crossed another one, field by field, to choose from. What only I changed stays mine without a question. */
export function ConflictDialog<Of extends Draft, Name extends string>(props: ConflictProps<Of, Name>) {
  const { title, conflict, fielded, resolve, close } = props;
  const { before, mine, theirs } = conflict;
  const { form } = useTexts();
  const { conflict: texts } = form;
  const { fieldsOf } = fielded;
  const [began, ours, others] = [fieldsOf(before), fieldsOf(mine), fieldsOf(theirs)];
  const names = Object.keys(ours) as Name[];
  const my = names.filter((name) => !isSame(ours[name], began[name]));
  const contested = names.filter(
    (name) => !isSame(others[name], began[name]) && !isSame(ours[name], others[name]),
  );
  const [kept, keep] = useState(() => new Set(contested.filter((name) => my.includes(name))));
  return (
    <Dialog title={title} close={close}>
      <form
        className="form"
        onSubmit={(submit) => {
          submit.preventDefault();
          const unasked = my.filter((field) => !contested.includes(field));
          resolve(fielded.withFields(theirs, mine, [...unasked, ...kept]));
        }}
      >
        <p>{texts.why}</p>
        {contested.map((field) => (
          <Sides
            key={field}
            title={fielded.titleOf(field)}
            theirs={fielded.say(field, theirs)}
            mine={fielded.say(field, mine)}
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
