import { useBlocker } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { Dialog } from '../../layout/dialog.js';
import { useTexts } from '../../texts/language.js';

/** Asks before what was entered is left behind, by a link as well as by closing the page. */
export function LeaveGuard({ unsaved }: { unsaved: RefObject<boolean> }) {
  const { form } = useTexts();
  const { leave: texts } = form;
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => unsaved.current && current.pathname !== next.pathname,
    enableBeforeUnload: () => unsaved.current,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  return (
    <Dialog title={texts.title} close={reset}>
      <p>{texts.why}</p>
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={proceed}>
          {texts.go}
        </button>
        <button type="button" className="button primary" onClick={reset}>
          {texts.stay}
        </button>
      </footer>
    </Dialog>
  );
}
