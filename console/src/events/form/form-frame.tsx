import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { focusFirstError, FormErrors } from '../../layout/form.js';
import { Refusal } from '../../layout/refusal.js';
import { useTitle } from '../../layout/title.js';
import { useTexts } from '../../texts/language.js';
import type { Editing, FormKind } from './draft.js';
import { fieldErrorsOf, refusalOf } from './refusals.js';
import { Sections } from './sections.js';
import { EssentialFields, TextLine } from './text-fields.js';
import { WhenFields } from './when-fields.js';

interface FormFrameProps extends Editing {
  readonly heading: string;
  readonly org: string;
  readonly kind: FormKind;
  /** Why the last attempt to save was refused. */
  readonly error: unknown;
  /** Above the fields. */
  readonly before?: ReactNode;
  /** When it comes again. */
  readonly repeat?: ReactNode;
  /** Beside the fields, on a wide screen. */
  readonly aside?: ReactNode;
  /** What saving would do. */
  readonly review?: ReactNode;
  /** The buttons. */
  readonly acts: ReactNode;
  readonly submit: () => void;
}

/** The form of an event: what is essential first, the rest folded away, and what was refused told at its fields. */
export function FormFrame(props: FormFrameProps) {
  const { draft, set, heading, org, kind, error, before, repeat, aside, review, acts, submit } = props;
  const { form: texts } = useTexts();
  const form = useRef<HTMLFormElement>(null);
  const errors = useMemo(() => fieldErrorsOf(error, texts), [error, texts]);
  useTitle(heading);
  useEffect(() => {
    if (error !== null && form.current !== null) focusFirstError(form.current);
  }, [error]);
  return (
    <>
      <header className="page-head">
        <h1>{heading}</h1>
      </header>
      <div className="form-page">
        <form
          ref={form}
          className="event-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <FormErrors value={errors}>
            <Refused error={error} messages={Object.values(errors)} />
            {before}
            <section className="panel form-body" aria-label={heading}>
              <EssentialFields draft={draft} set={set} />
            </section>
            <section className="panel form-body" aria-label={texts.sections.when}>
              {kind === 'template' ? (
                <TextLine draft={draft} set={set} field="duration_minutes" />
              ) : (
                <WhenFields draft={draft} set={set} />
              )}
              {repeat}
            </section>
            <Sections draft={draft} set={set} org={org} kind={kind} />
          </FormErrors>
          {review}
          <footer className="form-foot">{acts}</footer>
        </form>
        {aside}
      </div>
    </>
  );
}

function Refused({ error, messages }: { error: unknown; messages: readonly string[] }) {
  const { form } = useTexts();
  if (error === null) return null;
  const reason = messages.length > 0 ? form.wrong(messages.length) : refusalOf(error, form);
  if (reason === null) return <Refusal error={error} />;
  return (
    <div className="refusal" role="alert">
      <p>
        <strong>{reason}</strong>
      </p>
      {messages.length > 0 && (
        <ul>
          {[...new Set(messages)].map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
