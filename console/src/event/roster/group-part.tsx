import { useMemo, useState } from 'react';
import { useTexts } from '../../texts/language.js';
import type { Signup } from '../queries.js';

/** How many of a large group are drawn at first, and with each "more": whoever looks for somebody finds them by name. */
const PART = 30;

/** The first people of a group, and a button for more where there are more: a thousand rows at once would hold the page up. */
export function useGroupPart(signups: readonly Signup[]) {
  const [count, setCount] = useState(PART);
  const part = useMemo(() => signups.slice(0, count), [signups, count]);
  const left = signups.length - part.length;
  return {
    part,
    more: left > 0 && (
      <More
        left={left}
        show={() => {
          setCount(count + PART);
        }}
      />
    ),
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
