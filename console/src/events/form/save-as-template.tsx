import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { Dialog } from '../../layout/dialog.js';
import { useNotify } from '../../layout/notices.js';
import { Refusal } from '../../layout/refusal.js';
import { useTexts } from '../../texts/language.js';
import type { Draft } from './draft.js';
import { fieldErrorsOf, refusalOf } from './refusals.js';
import { saveAsTemplate } from './save.js';
import { losesDeadline } from './template-draft.js';

/** Keeps what is in the form for events to come; the form stays as it is. */
export function SaveAsTemplate({ org, draft }: { org: string; draft: Draft }) {
  const { form } = useTexts();
  const [isOpen, open] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button bare"
        onClick={() => {
          open(true);
        }}
      >
        {form.save.template}
      </button>
      {isOpen &&
        // A form cannot stand inside of another one.
        createPortal(
          <NameDialog
            org={org}
            draft={draft}
            close={() => {
              open(false);
            }}
          />,
          document.body,
        )}
    </>
  );
}

function NameDialog({ org, draft, close }: { org: string; draft: Draft; close: () => void }) {
  const { form, dialog } = useTexts();
  const { asTemplate: texts } = form;
  const [name, setName] = useState(draft.title.slice(0, 60));
  const queries = useQueryClient();
  const notify = useNotify();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => saveAsTemplate(org, name, draft),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['templates', org] });
      notify(form.saved.template(name));
      close();
    },
  });
  const wrong = [refusalOf(error, form), ...Object.values(fieldErrorsOf(error, form))].filter(
    (reason) => reason !== null,
  );
  return (
    <Dialog title={texts.title} close={close}>
      <form
        className="form"
        onSubmit={(submit) => {
          submit.preventDefault();
          // The form of the event lies around this one in React's tree.
          submit.stopPropagation();
          mutate();
        }}
      >
        <p>{texts.why}</p>
        {losesDeadline(draft) && <p className="warning">{texts.noDeadline}</p>}
        <label className="field">
          {texts.name}
          <input
            value={name}
            maxLength={60}
            onChange={({ target }) => {
              setName(target.value);
            }}
          />
        </label>
        {wrong.map((reason) => (
          <p key={reason} className="field-error" role="alert">
            {reason}
          </p>
        ))}
        {error !== null && wrong.length === 0 && <Refusal error={error} />}
        <footer className="dialog-foot">
          <button type="button" className="button" onClick={close}>
            {dialog.back}
          </button>
          <button type="submit" className="button primary" disabled={isPending}>
            {form.save.template}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
