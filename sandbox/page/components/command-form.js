/** A command being filled in: its name, a field for each option, and a button that sends it. */
import { html, useLayoutEffect, useRef, useState } from '../lib/html.js';
import { clearFailure } from '../state/actions.js';
import { localName } from '../state/commands.js';
import { sendCommand } from '../state/interact.js';
import { localeOf, useApp } from '../state/store.js';
import { OptionField } from './option-field.js';

/** @typedef {import('../types').CommandLine} CommandLine */
/** @typedef {import('../types').CommandOption} CommandOption */
/** @typedef {{name: string, type: number, value: unknown, focused?: boolean}} Leaf */

/** @param {{line: CommandLine, onLeave: () => void}} props */
export function CommandForm({ line, onLeave }) {
  const locale = useApp(localeOf);
  const channel = useApp((state) => state.place.channel);
  const [values, setValues] = useState(/** @type {Record<string, unknown>} */ ({}));
  const [added, setAdded] = useState(/** @type {string[]} */ ([]));
  const [sending, setSending] = useState(false);
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));

  const shown = line.options.filter((option) => option.required || added.includes(option.name));
  const hidden = line.options.filter((option) => !shown.includes(option));
  // Before the next key arrives: nothing that is typed goes astray.
  useLayoutEffect(() => {
    const fields = form.current?.querySelectorAll('input');
    (
      fields?.[added.length ? fields.length - 1 : 0] ?? form.current?.querySelector('button[type=submit]')
    )?.focus();
  }, [added.length]);

  /** @param {string} [focused] @param {unknown} [typed] @returns {Leaf[]} */
  const leaves = (focused, typed) =>
    shown.flatMap((option) => {
      const isFocused = option.name === focused;
      const value = isFocused ? typed : values[option.name];
      if (value === undefined || (value === '' && !isFocused)) return [];
      return [{ name: option.name, type: option.type, value, ...(isFocused ? { focused: true } : {}) }];
    });
  const focusOption = (/** @type {string} */ name) => {
    const field = form.current?.querySelector(`[data-option="${name}"] input`);
    if (field instanceof HTMLElement) field.focus();
  };
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const missing = shown.find((option) => option.required && (values[option.name] ?? '') === '');
    if (missing) return focusOption(missing.name);
    setSending(true);
    const sent = await sendCommand(line.path.join(' '), leaves());
    setSending(false);
    if (sent) onLeave();
  };
  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Escape') return;
    if (channel) clearFailure(channel);
    onLeave();
  };

  return html`<form
    class="command-form"
    ref=${form}
    aria-label=${`Command /${line.title}`}
    onSubmit=${submit}
    onKeyDown=${onKeyDown}
    autocomplete="off"
  >
    <div class="command-line">
      <span class="command-name">/${line.title}</span>
      ${shown.map(
        (option) =>
          html`<${OptionField}
            key=${option.name}
            option=${option}
            label=${localName(option, locale)}
            command=${line}
            leaves=${leaves}
            onValue=${(/** @type {unknown} */ value) => setValues((old) => ({ ...old, [option.name]: value }))}
          />`,
      )}
      ${hidden.map(
        (option) =>
          html`<button
            key=${option.name}
            type="button"
            class="dv-button dv-quiet dv-small"
            title=${option.description}
            onClick=${() => setAdded([...added, option.name])}
          >
            + ${localName(option, locale)}
          </button>`,
      )}
    </div>
    <div class="command-tools">
      <span class="dv-muted">${line.description}</span>
      <button type="button" class="dv-button dv-quiet dv-small" onClick=${onLeave}>Cancel</button>
      <button type="submit" class="dv-button dv-primary dv-small" disabled=${sending} aria-busy=${sending}>
        Send
      </button>
    </div>
  </form>`;
}
