/** The form that adds a fault: on which route, and what happens there. */
import { html, useEffect, useRef } from '../lib/html.js';
import { store, useApp } from '../state/store.js';

/** @typedef {import('../types').Fault} Fault */

const NUMBERS = ['status', 'code', 'retry_after', 'latency_ms', 'times', 'probability'];
const OFFERED = 60;

/** The troubles that bots meet most, as they fill the form. @type {[string, Fault][]} */
const USUAL = [
  ['429', { status: 429, retry_after: 2 }],
  ['500', { status: 500 }],
  ['503', { status: 503 }],
  ['403', { status: 403, code: 50013 }],
  ['Slow', { latency_ms: 3000 }],
  ['Cut', { drop: 'before' }],
];
const WHAT = ['status', 'code', 'retry_after', 'latency_ms', 'drop'];

/** What was filled in; empty fields are left out. @param {FormData} data @returns {Fault} */
function readFault(data) {
  const filled = [...data].filter(([, value]) => value !== '');
  return Object.fromEntries(
    filled.map(([key, value]) => [key, NUMBERS.includes(key) ? Number(value) : value]),
  );
}

/** Fills fields of a form by their names. @param {HTMLFormElement | null} form @param {Fault} values */
function fill(form, values) {
  for (const [name, value] of Object.entries(values)) {
    const field = form?.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = String(value);
  }
}

/** @param {{onAdd: (fault: Fault) => Promise<boolean>}} props */
export function FaultForm({ onAdd }) {
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));
  const draft = useApp((state) => state.faultDraft);
  const requests = useApp((state) => state.requests);
  const routes = [...new Set(requests.map(({ route }) => route))]
    .filter((route) => route !== null)
    .slice(-OFFERED);
  useEffect(() => {
    if (!draft) return;
    fill(form.current, draft);
    store.set({ faultDraft: null });
  }, [draft]);
  const submit = async (/** @type {import('../types').FormSubmit} */ event) => {
    event.preventDefault();
    const own = event.currentTarget;
    if (await onAdd(readFault(new FormData(own)))) own.reset();
  };
  const choose = (/** @type {Fault} */ what) =>
    fill(form.current, { ...Object.fromEntries(WHAT.map((name) => [name, ''])), ...what });
  return html`<form class="fault-form" ref=${form} aria-labelledby="fault-add" onSubmit=${submit} autocomplete="off">
    <h3 id="fault-add">Add a fault</h3>
    <div class="fault-grid">
      <label class="field fault-wide">
        <span class="field-label">Path</span>
        <input class="input" type="text" name="path" list="routes" placeholder="every path; or /channels/*/messages" />
        <datalist id="routes">${routes.map((route) => html`<option key=${route} value=${route} />`)}</datalist>
      </label>
      <label class="field">
        <span class="field-label">Method</span>
        <select class="input" name="method">
          <option value="">any</option>
          ${['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((method) => html`<option key=${method}>${method}</option>`)}
        </select>
      </label>
      <${NumberField} label="Times" name="times" placeholder="1" min="1" />
    </div>
    <div class="usual" role="group" aria-label="Usual faults">
      ${USUAL.map(
        ([label, what]) =>
          html`<button key=${label} type="button" class="dv-button dv-quiet dv-small" onClick=${() => choose(what)}>
            ${label}
          </button>`,
      )}
    </div>
    <div class="fault-grid">
      <${NumberField} label="Status" name="status" placeholder="503" min="100" max="599" />
      <${NumberField} label="Discord code" name="code" placeholder="130000" min="0" />
      <${NumberField} label="Retry after (s)" name="retry_after" placeholder="2" min="0" step="any" />
      <${NumberField} label="Latency (ms)" name="latency_ms" placeholder="500" min="0" />
      <label class="field">
        <span class="field-label">Connection</span>
        <select class="input" name="drop">
          <option value="">kept</option>
          <option value="before">cut before the work</option>
          <option value="after">cut after the work</option>
        </select>
      </label>
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
