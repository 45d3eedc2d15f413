/** A menu that opens in place: Escape and a press elsewhere close it, and it opens where there is room. */
import { useEffect, useRef } from '../lib/html.js';

const ROOM_PX = 380;

export function useMenuDetails() {
  const menu = useRef(/** @type {HTMLDetailsElement | null} */ (null));
  const close = () => menu.current?.removeAttribute('open');
  useEffect(() => {
    const details = menu.current;
    if (!details) return undefined;
    const outside = (/** @type {Event} */ event) => {
      if (!details.contains(/** @type {Node} */ (event.target))) close();
    };
    const onKey = (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== 'Escape' || !details.open) return;
      event.preventDefault();
      close();
      details.querySelector('summary')?.focus();
    };
    const onToggle = () => {
      const { top, bottom } = details.getBoundingClientRect();
      details.classList.toggle('menu-up', innerHeight - bottom < ROOM_PX && top > innerHeight - bottom);
      if (details.open) document.addEventListener('pointerdown', outside);
      else document.removeEventListener('pointerdown', outside);
    };
    details.addEventListener('toggle', onToggle);
    details.addEventListener('keydown', onKey);
    return () => {
      details.removeEventListener('toggle', onToggle);
      details.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', outside);
    };
  }, []);
  return { menu, close };
}
