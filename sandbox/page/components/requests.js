/** The REST calls that the bot made, newest first, with what Discord's OpenAPI description finds wrong in them. */
import { html, useState } from '../lib/html.js';
import { store, useApp } from '../state/store.js';
import { Icon } from './icon.js';

/** @typedef {import('../types').RequestEntry} RequestEntry */

const SHOWN = 150;

export function Requests() {
  const requests = useApp((state) => state.requests);
  const [onlyFaulty, setOnlyFaulty] = useState(false);
  const wanted = onlyFaulty ? requests.filter(isFaulty) : requests;
  const shown = wanted.slice(-SHOWN).reverse();
  return html`<div class="requests">
    <div class="panel-bar">
      <label class="choice"
        ><input
          type="checkbox"
          checked=${onlyFaulty}
          onChange=${(/** @type {any} */ event) => setOnlyFaulty(event.target.checked)}
        /><span>Only with faults</span></label
      >
      <button type="button" class="button quiet small" onClick=${() => store.set({ requests: [] })}>
        Clear the view
      </button>
    </div>
    ${shown.length === 0 && html`<p class="side-note">${onlyFaulty ? 'No faulty request.' : 'No request yet.'}</p>`}
    <ol class="request-list">
      ${shown.map((entry) => html`<li key=${entry.seq} class=${isFaulty(entry) ? 'request request-faulty' : 'request'}><${Row} entry=${entry} /></li>`)}
    </ol>
  </div>`;
}

/** @param {RequestEntry} entry */
const isFaulty = (entry) => entry.faults.length > 0 || entry.answer_faults.length > 0;

/** @param {{entry: RequestEntry}} props */
const Row = ({ entry }) => html`
  <p class="request-top">
    <span class="method">${entry.method}</span>
    <span class=${`status status-${Math.floor(entry.status / 100)}`}>${entry.status || 'cut'}</span>
    <span class="muted">${Math.round(entry.ms)} ms</span>
    <time class="muted" datetime=${entry.at}>${new Date(entry.at).toLocaleTimeString()}</time>
  </p>
  <p class="request-path">
    ${entry.path.replace(/^\/api\/v10/u, '')}${entry.query && html`<span class="muted">?${entry.query.replace(/^\?/u, '')}</span>`}
  </p>
  ${
    isFaulty(entry) &&
    html`<ul class="request-faults" aria-label="Faults">
      ${entry.faults.map((fault, at) => html`<li key=${at}><${Icon} name="alert" />${fault}</li>`)}
      ${entry.answer_faults.map((fault, at) => html`<li key=${`a${at}`}><${Icon} name="alert" />The sandbox's answer: ${fault}</li>`)}
    </ul>`
  }
`;
