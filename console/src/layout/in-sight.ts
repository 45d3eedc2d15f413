import { useRouterState } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

/** For a line of links that a phone shows only a part of: the one of the page is scrolled into sight. */
export function useCurrentInSight(): RefObject<HTMLElement | null> {
  const line = useRef<HTMLElement>(null);
  const seen = useRef('');
  // Links show the page that is led to once it is loaded, which may be after its address is there.
  const address = useRouterState({
    select: ({ location, resolvedLocation }) => `${location.href} ${resolvedLocation?.href ?? ''}`,
  });
  useEffect(() => {
    const current = line.current?.querySelector('[aria-current=page]');
    if (line.current === null || current === null || current === undefined) return;
    // Once for a page, and again when links have come or gone: in between, people scroll it themselves. By what the links say, not by
    // how wide they are: to ask that makes the browser lay out the page.
    const now = `${address} ${line.current.textContent}`;
    if (now === seen.current) return;
    seen.current = now;
    const [around, own] = [line.current.getBoundingClientRect(), current.getBoundingClientRect()];
    // Not `scrollIntoView`, which would scroll the page as well.
    line.current.scrollLeft += own.left - around.left - (around.width - own.width) / 2;
  });
  return line;
}
