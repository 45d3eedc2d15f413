import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { useTexts } from '../texts/language.js';
import { Dialog } from './dialog.js';
import { Refusal } from './refusal.js';

interface ConfirmProps {
  readonly title: string;
  /** What the button does, for example "Cancel the event". */
  readonly act: string;
  /** Has to be typed first: only for what cannot be undone. */
  readonly phrase?: string;
  readonly danger?: boolean;
  readonly perform: () => Promise<unknown>;
  readonly close: () => void;
  /** What will happen. */
  readonly children: ReactNode;
}

/** Asks before an act; it stays open while the act is under way, and says so when it was refused. */
export function Confirm({ title, act, phrase, danger = false, perform, close, children }: ConfirmProps) {
  const { dialog: texts } = useTexts();
  const [typed, setTyped] = useState('');
  const hint = useId();
  const { mutate, isPending, error } = useMutation({ mutationFn: perform, onSuccess: close });
  const isTyped = phrase === undefined || typed.trim() === phrase;
  return (
    <Dialog title={title} close={close}>
      <form
        className="form"
        onSubmit={(submit) => {
          submit.preventDefault();
          if (isTyped && !isPending) mutate();
        }}
      >
        {children}
        {phrase !== undefined && (
          <label className="field">
            <span id={hint}>{texts.type(phrase)}</span>
            <input
              value={typed}
              autoComplete="off"
              spellCheck={false}
              onChange={({ target }) => {
                setTyped(target.value);
              }}
            />
          </label>
        )}
        {error !== null && <Refusal error={error} />}
        <footer className="dialog-foot">
          <button type="button" className="button" onClick={close}>
            {texts.back}
          </button>
          <button
            type="submit"
            className={danger ? 'button danger' : 'button primary'}
            disabled={!isTyped || isPending}
            aria-describedby={phrase === undefined ? undefined : hint}
          >
            {act}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
