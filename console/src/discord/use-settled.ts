import { useEffect, useState } from 'react';

const PAUSE_MS = 400;

/** A value that is typed, once the typing pauses. It is compared by what it says. */
export function useSettled<T>(value: T): T {
  const [settled, settle] = useState(value);
  const said = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      settle(JSON.parse(said) as T);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [said]);
  return settled;
}
