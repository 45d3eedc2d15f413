import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { type Draft, isSame } from './draft.js';
import { ONCE, type Repeat } from './rule.js';

interface Drafting<Of extends Draft> {
  readonly draft: Of;
  readonly set: (part: Partial<Of>) => void;
  readonly repeat: Repeat;
  readonly setRepeat: (part: Partial<Repeat>) => void;
  /** Whether something would be lost. */
  readonly unsaved: RefObject<boolean>;
  /** Says that it is saved: the page may be left. */
  readonly markSaved: () => void;
}

/** What is written in a form, and whether it differs from what it began with. */
export function useDraft<Of extends Draft>(initial: Of, initialRepeat: Repeat = ONCE): Drafting<Of> {
  const [draft, setDraft] = useState(initial);
  const [repeat, setWhole] = useState(initialRepeat);
  const unsaved = useRef(false);
  const isChanged = !isSame([draft, repeat], [initial, initialRepeat]);
  useEffect(() => {
    unsaved.current = isChanged;
  }, [isChanged]);
  const set = useCallback((part: Partial<Of>) => {
    setDraft((before) => ({ ...before, ...part }));
  }, []);
  const setRepeat = useCallback((part: Partial<Repeat>) => {
    setWhole((before) => ({ ...before, ...part }));
  }, []);
  const markSaved = useCallback(() => {
    unsaved.current = false;
  }, []);
  return { draft, set, repeat, setRepeat, unsaved, markSaved };
}
