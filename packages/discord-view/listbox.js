/**
 * A menu of one or more choices after the "select-only combobox" pattern of ARIA: the focus stays on the button,
 * arrows move, Enter and Space choose, Escape closes, letters jump.
 */
import { html, useEffect, useId, useRef, useState } from 'discord-view/ui';
import { Emoji } from './emoji.js';
import { Icon } from './icon.js';
import { moveBy } from './list-keys.js';

/** @typedef {import('./types').SelectOption} SelectOption */

const LIST_HEIGHT_PX = 300;
const COMPOSER_HEIGHT_PX = 90;

/** @param {HTMLElement | null} element */
function hasNoRoomBelow(element) {
  const box = element?.getBoundingClientRect();
  return (
    box !== undefined &&
    window.innerHeight - COMPOSER_HEIGHT_PX - box.bottom < LIST_HEIGHT_PX &&
    box.top > LIST_HEIGHT_PX
  );
}

/**
 * @param {{label: string, options: SelectOption[], chosen: string[], min: number, max: number, disabled?: boolean,
 *   busy?: boolean, labelledBy?: string, onChoose: (values: string[]) => void}} props
 * `onChoose` gets all values: at once for a single choice, when the list closes for several
 */
export function Listbox({ label, options, chosen, min, max, disabled, busy, labelledBy, onChoose }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const [draft, setDraft] = useState(chosen);
  const [upwards, setUpwards] = useState(false);
  const root = useRef(/** @type {HTMLElement | null} */ (null));
  const several = max > 1;
  const values = open ? draft : chosen;

  const start = () => {
    if (disabled || busy) return;
    setDraft(chosen);
    setAt(
      Math.max(
        0,
        options.findIndex((option) => chosen.includes(option.value)),
      ),
    );
    setUpwards(hasNoRoomBelow(root.current));
    setOpen(true);
  };
  const finish = (/** @type {string[]} */ result) => {
    setOpen(false);
    const changed = result.length !== chosen.length || result.some((value) => !chosen.includes(value));
    if (several ? changed && result.length >= min : result.length >= min) onChoose(result);
  };
  const close = () => (several ? finish(draft) : setOpen(false));
  const pick = (/** @type {SelectOption | undefined} */ option) => {
    if (!option) return;
    if (!several) return finish(draft.includes(option.value) && min === 0 ? [] : [option.value]);
    const without = draft.filter((value) => value !== option.value);
    if (without.length < draft.length) setDraft(without);
    else if (draft.length < max) setDraft([...draft, option.value]);
  };
  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Tab') return open ? close() : undefined;
    const chooses = event.key === 'Enter' || event.key === ' ';
    const next = moveBy(
      event.key,
      at,
      options.map((option) => option.label),
    );
    if (!chooses && next === null && event.key !== 'Escape') return;
    if (event.key === 'Escape' && !open) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return setOpen(false);
    if (!open) return start();
    if (chooses) return pick(options[at]);
    if (next !== null) setAt(next);
  };

  useEffect(() => {
    if (!open) return undefined;
    const outside = (/** @type {Event} */ event) => {
      if (!root.current?.contains(/** @type {Node} */ (event.target))) close();
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  });
  useEffect(() => {
    if (open) document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [open, at]);

  const names = options.filter((option) => values.includes(option.value)).map((option) => option.label);
  return html`<div class=${`dv-listbox ${upwards ? 'dv-listbox-up' : ''}`} ref=${root}>
    <button
      type="button"
      class="dv-listbox-button"
      role="combobox"
      aria-label=${labelledBy ? undefined : label}
      aria-labelledby=${labelledBy}
      aria-haspopup="listbox"
      aria-expanded=${open}
      aria-controls=${`${id}-list`}
      aria-activedescendant=${open ? `${id}-${at}` : undefined}
      aria-busy=${busy}
      disabled=${disabled}
      onClick=${() => (open ? close() : start())}
      onKeyDown=${onKeyDown}
    >
      <span class=${names.length ? '' : 'dv-muted'}>${names.length ? names.join(', ') : label}</span>
      <${Icon} name="chevron" />
    </button>
    <ul
      class="dv-listbox-list"
      id=${`${id}-list`}
      role="listbox"
      aria-label=${label}
      aria-multiselectable=${several}
      hidden=${!open}
    >
      ${options.map(
        (option, index) =>
          html`<li
            key=${option.value}
            id=${`${id}-${index}`}
            role="option"
            class=${`dv-option ${open && index === at ? 'dv-option-at' : ''}`}
            aria-selected=${values.includes(option.value)}
            onClick=${() => pick(option)}
            onPointerMove=${() => setAt(index)}
          >
            ${option.emoji && html`<${Emoji} emoji=${option.emoji} />`}
            <span class="dv-option-words"
              ><span>${option.label}</span
              >${option.description && html`<span class="dv-option-more">${option.description}</span>`}</span
            >
            ${values.includes(option.value) && html`<${Icon} name="check" />`}
          </li>`,
      )}
    </ul>
  </div>`;
}
