/** The REST calls that the bot made, newest first, with what Discord's OpenAPI description finds wrong in them. */
import { html, useState } from '../lib/html.js';
import { store, useApp } from '../state/store.js';
import { Icon } from 'discord-view/icon.js';

/** @typedef {import('../types').RequestEntry} RequestEntry */

const SHOWN = 150;
const SHOWN_FAULTS = 2;

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
      <button type="button" class="dv-button dv-quiet dv-small" onClick=${() => store.set({ requests: [] })}>
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
    <span class="dv-muted">${Math.round(entry.ms)} ms</span>
    <time class="dv-muted" datetime=${entry.at}>${new Date(entry.at).toLocaleTimeString()}</time>
  </p>
  <p class="request-path" title=${entry.path}>
    ${shortPath(entry.path)}${entry.query && html`<span class="dv-muted">?${entry.query.replace(/^\?/u, '')}</span>`}
  </p>
  <${FaultList} faults=${[...entry.faults, ...entry.answer_faults.map((fault) => `In the sandbox's answer: ${fault}`)]} />
`;

/** Without the API's prefix, and with the middle of tokens left out. @param {string} path */
const shortPath = (path) =>
  path
    .replace(/^\/api\/v10/u, '')
    .replace(/[^/]{41,}/gu, (token) => `${token.slice(0, 12)}…${token.slice(-4)}`);

/** The first faults, the others on demand. @param {{faults: string[]}} props */
function FaultList({ faults }) {
  if (faults.length === 0) return null;
  const items = faults.map((fault, at) => html`<li key=${at}><${Icon} name="alert" />${fault}</li>`);
  return html`
    <ul class="request-faults" aria-label="Faults">${items.slice(0, SHOWN_FAULTS)}</ul>
    ${
      faults.length > SHOWN_FAULTS &&
      html`<details class="request-faults">
      <summary>${faults.length - SHOWN_FAULTS} more</summary>
      <ul aria-label="More faults">${items.slice(SHOWN_FAULTS)}</ul>
    </details>`
    }
  `;
}
