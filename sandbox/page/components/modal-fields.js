/** The fields of a modal. */
import { html, useId, useState } from '../lib/html.js';
import { upload } from '../lib/files.js';
import { Markdown } from 'discord-view/markdown/render.js';
import { useApp } from '../state/store.js';
import { Listbox } from 'discord-view/listbox.js';
import { preset } from 'discord-view/select.js';
import { optionsOf } from './select-options.js';

/** @typedef {import('../types').Component} Component */
/** @typedef {string | string[] | boolean} Value */
/** @typedef {{part: Component, values: Record<string, Value>, onChange: (id: string, value: Value) => void}} PartProps */
/** @typedef {{field: Component, label: string, more?: string | undefined, value: Value | undefined, onChange: (value: Value) => void}} FieldProps */

const ROW = 1;
const TEXT_INPUT = 4;
const TEXT = 10;
const FILE = 19;
const RADIO = 21;
const CHECKBOXES = 22;
const CHECKBOX = 23;
const PARAGRAPH = 2;

/** What the fields hold before anyone touched them. @param {Component[]} parts @returns {Record<string, Value>} */
export function startValues(parts) {
  const fields = parts.flatMap((part) =>
    part.type === ROW ? (part.components ?? []) : part.component ? [part.component] : [],
  );
  return Object.fromEntries(fields.map((field) => [field.custom_id ?? '', startValue(field)]));
}

/** @param {Component} field @returns {Value} */
function startValue(field) {
  if (field.type === TEXT_INPUT) return field.value ?? '';
  if (field.type === CHECKBOX) return field.default === true;
  const chosen = (field.options ?? []).filter((option) => option.default).map((option) => option.value);
  if (field.type === RADIO) return chosen[0] ?? '';
  if (field.type === FILE) return [];
  return field.type === CHECKBOXES ? chosen : preset(field);
}

/** @param {PartProps} props */
export function ModalPart({ part, values, onChange }) {
  if (part.type === TEXT) return html`<${Markdown} text=${part.content ?? ''} />`;
  const fields = part.type === ROW ? (part.components ?? []) : part.component ? [part.component] : [];
  return fields.map((field) => {
    const id = field.custom_id ?? '';
    const label = part.label ?? field.label ?? field.placeholder ?? id;
    const kind = FIELDS[field.type] ?? MenuField;
    return html`<${kind}
      key=${id}
      field=${field}
      label=${label}
      more=${part.description}
      value=${values[id]}
      onChange=${(/** @type {Value} */ value) => onChange(id, value)}
    />`;
  });
}

/** @param {{label: string, required: boolean, more?: string | undefined}} props */
const Caption = ({ label, required, more }) => html`
  <span class="field-label"
    >${label}${required && html`<span class="required" aria-hidden="true"> *</span>`}</span
  >
  ${more && html`<span class="field-more">${more}</span>`}
`;

/** @param {FieldProps} props */
function TextField({ field, label, more, value, onChange }) {
  const shared = {
    class: 'input',
    value,
    required: field.required !== false,
    minlength: field.min_length,
    maxlength: field.max_length ?? 4000,
    placeholder: field.placeholder,
    onInput: (/** @type {import('../types').InputChange} */ event) => onChange(event.currentTarget.value),
  };
  return html`<label class="field">
    <${Caption} label=${label} required=${shared.required} more=${more} />
    ${field.style === PARAGRAPH ? html`<textarea rows="4" ...${shared}></textarea>` : html`<input type="text" ...${shared} />`}
  </label>`;
}

/** @param {FieldProps} props */
function MenuField({ field, label, more, value, onChange }) {
  const id = useId();
  const guild = useApp((state) => state.guild);
  return html`<div class="field">
    <span id=${id}><${Caption} label=${label} required=${field.required !== false} more=${more} /></span>
    <${Listbox}
      label=${field.placeholder ?? 'Make a selection'}
      labelledBy=${id}
      options=${optionsOf(field, guild)}
      chosen=${Array.isArray(value) ? value : []}
      min=${field.required === false ? 0 : (field.min_values ?? 1)}
      max=${field.max_values ?? 1}
      onChoose=${onChange}
    />
  </div>`;
}

/** @param {FieldProps} props */
function ChoiceField({ field, label, more, value, onChange }) {
  const name = useId();
  const single = field.type === RADIO;
  const held = Array.isArray(value) ? value : [value];
  const toggle = (/** @type {string} */ one) =>
    onChange(
      single
        ? one
        : held.includes(one)
          ? held.filter((v) => v !== one).map(String)
          : [...held.map(String), one],
    );
  return html`<fieldset class="field">
    <legend><${Caption} label=${label} required=${field.required !== false} more=${more} /></legend>
    ${(field.options ?? []).map(
      (option) =>
        html`<label key=${option.value} class="choice">
          <input
            type=${single ? 'radio' : 'checkbox'}
            name=${name}
            checked=${held.includes(option.value)}
            onChange=${() => toggle(option.value)}
          />
          <span
            >${option.label}${option.description && html`<span class="dv-option-more">${option.description}</span>`}</span
          >
        </label>`,
    )}
  </fieldset>`;
}

/** @param {FieldProps} props */
const CheckField = ({ label, more, value, onChange }) =>
  html`<label class="choice field">
    <input
      type="checkbox"
      checked=${value === true}
      onChange=${(/** @type {import('../types').InputChange} */ event) => onChange(event.currentTarget.checked)}
    />
    <span><${Caption} label=${label} required=${false} more=${more} /></span>
  </label>`;

/** Files that go to the bot: what is kept of each is its id. @param {FieldProps} props */
function FileField({ field, label, more, value, onChange }) {
  const [names, setNames] = useState(/** @type {string[]} */ ([]));
  const many = (field.max_values ?? 1) > 1;
  const choose = async (/** @type {File[]} */ chosen) => {
    const files = chosen.slice(0, field.max_values ?? 1);
    const ids = await Promise.all(files.map(upload));
    setNames(files.map((file) => file.name));
    onChange(ids);
  };
  return html`<label class="field">
    <${Caption} label=${label} required=${field.required !== false} more=${more} />
    <input
      type="file"
      multiple=${many}
      required=${field.required !== false && !(Array.isArray(value) && value.length > 0)}
      onChange=${(/** @type {import('../types').InputChange} */ event) => void choose([...(event.currentTarget.files ?? [])])}
    />
    ${many && names.length > 1 && html`<span class="field-more">${names.join(', ')}</span>`}
  </label>`;
}

/** @type {Record<number, (props: FieldProps) => unknown>} */
const FIELDS = {
  [FILE]: FileField,
  [TEXT_INPUT]: TextField,
  [RADIO]: ChoiceField,
  [CHECKBOXES]: ChoiceField,
  [CHECKBOX]: CheckField,
};
