import { type UIEvent, useMemo, useState } from 'react';
import { useTexts } from '../../texts/language.js';
import type { Signup } from '../queries.js';

/** How many people a group shows whole, and by how many a larger one grows. */
const PART = 30;

/** How many of a larger group are drawn at first: what is in sight, and a little more. */
const IN_SIGHT = 12;

/**
 * The first people of a group. Those of a large one come as one scrolls, or by a button: a thousand rows at once would hold the page
 * up, and whoever looks for somebody finds them by name.
 */
export function useGroupPart(signups: readonly Signup[]) {
  const [count, setCount] = useState(signups.length > PART ? IN_SIGHT : PART);
  const part = useMemo(() => signups.slice(0, count), [signups, count]);
  const left = signups.length - part.length;
  const show = () => {
    setCount(count + PART);
  };
  return {
    part,
    /** For the list that scrolls: it grows before its end is in sight. */
    onScroll: ({ currentTarget: { scrollTop, scrollHeight, clientHeight } }: UIEvent<HTMLElement>) => {
      if (left > 0 && scrollHeight - scrollTop < 2 * clientHeight) show();
    },
    more: left > 0 && <More left={left} show={show} />,
  };
}

function More({ left, show }: { left: number; show: () => void }) {
  const { roster: texts } = useTexts();
  return (
    <button type="button" className="button" onClick={show}>
      {texts.more(Math.min(left, PART), left)}
    </button>
  );
}
