import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { useTexts } from '../texts/language.js';

interface Notice {
  readonly text: string;
  /** Something that one may still do about it; a notice with it stays until it is closed. */
  readonly act?: { readonly name: string; readonly perform: () => void };
}

type Notify = (text: string, act?: Notice['act']) => void;

/** How long something that was done is told of. */
const SHOWN_MS = 8000;

const Notices = createContext<Notify | null>(null);

/** Tells of what was done: `notify(texts.saved)`. It is shown at the foot of the page for a while, and said by screen readers. */
export function useNotify(): Notify {
  const notify = useContext(Notices);
  if (notify === null) throw new Error('Notices are shown in the frame of the pages only.');
  return notify;
}

/** Where notices appear; the place is there before them, so that they are said. */
export function NoticeProvider({ children }: { children: ReactNode }) {
  const [notice, setNotice] = useState<Notice | null>(null);
  const notify = useCallback<Notify>((text, act) => {
    setNotice(act === undefined ? { text } : { text, act });
  }, []);
  const close = () => {
    setNotice(null);
  };
  useEffect(() => {
    if (notice === null || notice.act !== undefined) return;
    const timer = setTimeout(close, SHOWN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [notice]);
  return (
    <Notices value={notify}>
      {children}
      <div className="notices" role="status">
        {notice !== null && <Shown notice={notice} close={close} />}
      </div>
    </Notices>
  );
}

function Shown({ notice: { text, act }, close }: { notice: Notice; close: () => void }) {
  const { dialog } = useTexts();
  return (
    <div className="notice">
      <p>{text}</p>
      {act !== undefined && (
        <button
          type="button"
          className="button bare"
          onClick={() => {
            close();
            act.perform();
          }}
        >
          {act.name}
        </button>
      )}
      <button type="button" className="button bare" aria-label={dialog.close} onClick={close}>
        ✕
      </button>
    </div>
  );
}
