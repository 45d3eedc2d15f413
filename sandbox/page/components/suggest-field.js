/** A text field with suggestions, after ARIA's "editable combobox with list autocomplete". */
import { html, useEffect, useId, useRef, useState } from '../lib/html.js';
import { moveBy } from 'discord-view/list-keys.js';

/** @typedef {{label: string, value: string | number | boolean}} Choice */

const TYPING_PAUSE_MS = 200;

/**
 * @param {{label: string, name: string, hint: string, required: boolean, load: (text: string) => Promise<Choice[]>,
 *   free?: (text: string) => unknown, onValue: (value: unknown) => void}} props
 * `free` makes a value of a text that was typed and not chosen; without it only a choice counts
 */
export function SuggestField({ label, name, hint, required, load, free, onValue }) {
  const id = useId();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const [choices, setChoices] = useState(/** @type {Choice[]} */ ([]));
  const [waiting, setWaiting] = useState(false);
  const asked = useRef(0);

  useEffect(() => {
    if (!open) return undefined;
    const mine = ++asked.current;
    setWaiting(true);
    const timer = setTimeout(async () => {
      const found = await load(text);
      if (mine !== asked.current) return;
      setChoices(found);
      setAt(0);
      setWaiting(false);
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [open, text]);

  const choose = (/** @type {Choice | undefined} */ choice) => {
    if (!choice) return;
    asked.current += 1;
    setText(choice.label);
    setOpen(false);
    onValue(choice.value);
  };
  const onInput = (/** @type {import('../types').InputChange} */ event) => {
    const typed = event.currentTarget.value;
    setText(typed);
    setOpen(true);
    setWaiting(true);
    onValue(free ? free(typed) : undefined);
  };
  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    if (!open) return event.key === 'ArrowDown' ? setOpen(true) : undefined;
    // What is asked for is not there yet: neither choose of the old nor send.
    if (event.key === 'Enter' && waiting) return event.preventDefault();
    if ((event.key === 'Enter' || event.key === 'Tab') && choices[at] && !waiting) {
      if (event.key === 'Enter') event.preventDefault();
      return choose(choices[at]);
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      return setOpen(false);
    }
    const next = event.key.startsWith('Arrow')
      ? moveBy(
          event.key,
          at,
          choices.map((choice) => choice.label),
        )
      : null;
    if (next === null) return;
    event.preventDefault();
    setAt(next);
  };

  return html`<div class="option-field" data-option=${name} title=${hint}>
    <label class="option-label" for=${id}>${label}</label>
    <input
      class="option-input"
      id=${id}
      type="text"
      role="combobox"
      autocomplete="off"
      aria-autocomplete="list"
      aria-expanded=${open}
      aria-controls=${`${id}-list`}
      aria-activedescendant=${open && choices[at] ? `${id}-${at}` : undefined}
      required=${required}
      value=${text}
      onFocus=${() => setOpen(true)}
      onBlur=${() => setOpen(false)}
      onInput=${onInput}
      onKeyDown=${onKeyDown}
    />
    <ul
      class="suggestions"
      id=${`${id}-list`}
      role="listbox"
      aria-label=${`${label}: suggestions`}
      hidden=${!open}
    >
      ${choices.map(
        (choice, index) =>
          html`<li
            key=${String(choice.value)}
            id=${`${id}-${index}`}
            role="option"
            class=${`dv-option ${index === at ? 'dv-option-at' : ''}`}
            aria-selected=${index === at}
            onPointerMove=${() => setAt(index)}
            onPointerDown=${(/** @type {Event} */ event) => event.preventDefault()}
            onClick=${() => choose(choice)}
          >
            ${choice.label}
          </li>`,
      )}
      ${choices.length === 0 && html`<li role="option" aria-selected="false" aria-disabled="true" class="dv-option dv-option-none">${waiting ? 'Asking…' : 'Nothing fits'}</li>`}
    </ul>
  </div>`;
}
