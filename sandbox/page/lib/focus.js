/** Where the keyboard goes when parts of the page open and close. */
import { useEffect } from './html.js';

/**
 * While `open`: the focus is inside the part, Escape closes it, and the focus goes back to where it was afterwards.
 * @param {boolean} open @param {{into: string, close: () => void}} part `into`: selector of what takes the focus
 */
export function useFocusInside(open, { into, close }) {
  useEffect(() => {
    if (!open) return undefined;
    const before = document.activeElement;
    focus(into);
    const onKey = (/** @type {KeyboardEvent} */ event) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]'))
        close();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      const lost =
        document.activeElement === document.body || document.activeElement?.closest(into.split(' ')[0] ?? '');
      if (lost && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [open]);
}

/** Gives the focus to the first element that fits. @param {string} selector */
export function focus(selector) {
  const target = document.querySelector(selector);
  if (target instanceof HTMLElement) target.focus();
}

/** Whether the side panel lies over the messages, as on narrow screens. */
export const isOverlay = () => matchMedia('(max-width: 1100px)').matches;
