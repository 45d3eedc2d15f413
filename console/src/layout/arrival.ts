import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Moves the focus to the heading of a page that one has gone to, as a browser would on a new page; screen readers then say it. */
export function useArrival(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (fromLocation === undefined || !pathChanged) return;
        focusContent(document.querySelector<HTMLElement>('main h1'));
      }),
    [router],
  );
}

/** Moves the focus to a place in the page, or to its beginning. */
export function focusContent(place: HTMLElement | null): void {
  const target = place ?? document.querySelector<HTMLElement>('main');
  if (target === null) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: place !== null });
}
