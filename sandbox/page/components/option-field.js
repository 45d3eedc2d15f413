/** The field for one option of a command: plain text or number, or a text with suggestions. */
import { html } from '../lib/html.js';
import { upload } from '../lib/files.js';
import { localDescription, localName } from '../state/commands.js';
import { askChoices } from '../state/interact.js';
import { localeOf, useApp } from '../state/store.js';
import { optionsOf } from './select-options.js';
import { SuggestField } from './suggest-field.js';

/** @typedef {import('../types').CommandLine} CommandLine */
/** @typedef {import('../types').CommandOption} CommandOption */
/** @typedef {{label: string, value: string | number | boolean}} Choice */

const INTEGER = 4;
const BOOLEAN = 5;
const NUMBER = 10;
const ATTACHMENT = 11;
/** Select menus of the same content, by option type: people, channels, roles, people and roles. @type {Record<number, number>} */
const MENU_OF = { 6: 5, 7: 8, 8: 6, 9: 7 };

/**
 * @param {{option: CommandOption, label: string, command: CommandLine, onValue: (value: unknown) => void,
 *   leaves: (focused?: string, typed?: unknown) => {name: string, type: number, value: unknown}[]}} props
 */
export function OptionField({ option, label, command, leaves, onValue }) {
  const guild = useApp((state) => state.guild);
  const locale = useApp(localeOf);
  const numeric = option.type === INTEGER || option.type === NUMBER;
  const choose = async (/** @type {File | undefined} */ file) => file && onValue(await upload(file));
  const parse = (/** @type {string} */ text) => (numeric && text.trim() !== '' ? Number(text) : text);
  const shared = {
    label,
    name: option.name,
    hint: localDescription(option, locale),
    required: option.required === true,
    onValue,
  };

  if (option.type === ATTACHMENT)
    return html`<label class="option-field" data-option=${option.name} title=${shared.hint}>
      <span class="option-label">${label}</span>
      <input
        class="option-input option-file"
        type="file"
        required=${shared.required}
        onChange=${(/** @type {import('../types').InputChange} */ event) => choose(event.currentTarget.files?.[0])}
      />
    </label>`;
  if (option.autocomplete) {
    const load = async (/** @type {string} */ text) => {
      const choices = await askChoices(command.path.join(' '), leaves(option.name, text));
      return choices.map((choice) => ({ label: choice.name, value: choice.value }));
    };
    return html`<${SuggestField} ...${shared} load=${load} free=${parse} />`;
  }
  const fixed = fixedChoices(option, locale) ?? menuChoices(option, guild);
  if (fixed) {
    const load = async (/** @type {string} */ text) =>
      fixed.filter((choice) => choice.label.toLowerCase().includes(text.trim().toLowerCase())).slice(0, 25);
    return html`<${SuggestField} ...${shared} load=${load} />`;
  }
  return html`<label class="option-field" data-option=${option.name} title=${shared.hint}>
    <span class="option-label">${label}</span>
    <input
      class="option-input"
      type=${numeric ? 'number' : 'text'}
      step=${option.type === INTEGER ? '1' : 'any'}
      min=${option.min_value}
      max=${option.max_value}
      minlength=${option.min_length}
      maxlength=${option.max_length}
      required=${shared.required}
      onInput=${(/** @type {import('../types').InputChange} */ event) => onValue(parse(event.currentTarget.value))}
    />
  </label>`;
}

/** @param {CommandOption} option @param {string | undefined} locale @returns {Choice[] | null} */
function fixedChoices(option, locale) {
  if (option.type === BOOLEAN)
    return [true, false].map((value) => ({ label: value ? 'True' : 'False', value }));
  if (!option.choices?.length) return null;
  return option.choices.map((choice) => ({ label: localName(choice, locale), value: choice.value }));
}

/** @param {CommandOption} option @param {import('../types').Guild | null} guild @returns {Choice[] | null} */
function menuChoices(option, guild) {
  const type = MENU_OF[option.type];
  if (!type || !guild) return null;
  return optionsOf({ type, ...(option.channel_types ? { channel_types: option.channel_types } : {}) }, guild);
}
