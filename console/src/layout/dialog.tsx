import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useTexts } from '../texts/language.js';

interface DialogProps {
  readonly title: string;
  readonly close: () => void;
  readonly children: ReactNode;
}

/**
 * The browser's own modal dialog, open for as long as it is rendered. Escape and a click beside it close it, and the
 * focus goes back to where it came from.
 */
export function Dialog({ title, close, children }: DialogProps) {
  const { dialog: texts } = useTexts();
  const heading = useId();
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    // Only a dialog that is closed before it goes gives the focus back.
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className="dialog"
      aria-labelledby={heading}
      closedby="any"
      onClose={({ currentTarget }) => {
        if (!currentTarget.open) close();
      }}
    >
      <header className="dialog-head">
        <h2 id={heading}>{title}</h2>
        <button type="button" className="button bare" aria-label={texts.close} onClick={close}>
          ✕
        </button>
      </header>
      {children}
    </dialog>
  );
}
