/** The form that adds a fault. */
import { html } from '../lib/html.js';

/** @typedef {import('../types').Fault} Fault */

const NUMBERS = ['status', 'code', 'retry_after', 'latency_ms', 'times', 'probability'];

/** What was filled in; empty fields are left out. @param {FormData} data @returns {Fault} */
function readFault(data) {
  const filled = [...data].filter(([, value]) => value !== '');
  return Object.fromEntries(
    filled.map(([key, value]) => [key, NUMBERS.includes(key) ? Number(value) : value]),
  );
}

/** @param {{onAdd: (fault: Fault) => Promise<boolean>}} props */
export function FaultForm({ onAdd }) {
  const submit = async (/** @type {any} */ event) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (await onAdd(readFault(new FormData(form)))) form.reset();
  };
  return html`<form class="fault-form" aria-labelledby="fault-add" onSubmit=${submit} autocomplete="off">
    <h3 id="fault-add">Add a fault</h3>
    <div class="fault-grid">
      <label class="field">
        <span class="field-label">Method</span>
        <select class="input" name="method">
          <option value="">any</option>
          ${['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((method) => html`<option key=${method}>${method}</option>`)}
        </select>
      </label>
      <label class="field">
        <span class="field-label">Connection</span>
        <select class="input" name="drop">
          <option value="">kept</option>
          <option value="before">cut before the work</option>
          <option value="after">cut after the work</option>
        </select>
      </label>
      <label class="field fault-wide">
        <span class="field-label">Path</span>
        <input class="input" type="text" name="path" placeholder="/channels/:id/messages" />
      </label>
      <${NumberField} label="Status" name="status" placeholder="503" min="100" max="599" />
      <${NumberField} label="Discord code" name="code" placeholder="130000" min="0" />
      <${NumberField} label="Retry after (s)" name="retry_after" placeholder="2" min="0" step="any" />
      <${NumberField} label="Latency (ms)" name="latency_ms" placeholder="500" min="0" />
      <${NumberField} label="Times" name="times" placeholder="1" min="1" />
      <${NumberField} label="Chance (0 to 1)" name="probability" placeholder="1" min="0" max="1" step="any" />
    </div>
    <button type="submit" class="dv-button dv-primary dv-small">Add</button>
  </form>`;
}

/** @param {{label: string, [attribute: string]: string}} props */
const NumberField = ({ label, ...attributes }) =>
  html`<label class="field">
    <span class="field-label">${label}</span>
    <input class="input" type="number" ...${attributes} />
  </label>`;
