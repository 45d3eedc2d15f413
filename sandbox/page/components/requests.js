/** The REST calls that bots made, newest first, as they come: filtered, and each with all that is known of it. */
import { html, useState } from '../lib/html.js';
import { plural } from 'discord-view/format.js';
import { Icon } from 'discord-view/icon.js';
import { isCut, isRefused, matchRequests } from '../state/requests.js';
import { store, useApp } from '../state/store.js';
import { RequestDetails } from './request-details.js';

/** @typedef {import('../types').RequestEntry} RequestEntry */

const SHOWN = 150;

/** @type {[string, string][]} */
const KINDS = [
  ['all', 'All'],
  ['refused', 'Refused or cut'],
  ['limited', 'Rate limited (429)'],
  ['faulty', 'Not as Discord describes it'],
];

export function Requests() {
  const requests = useApp((state) => state.requests);
  const [words, setWords] = useState('');
  const [kind, setKind] = useState('all');
  const wanted = matchRequests(requests, { words, kind });
  const shown = wanted.slice(-SHOWN).reverse();
  return html`<div class="requests">
    <div class="request-filter" role="search">
      <label class="field">
        <span class="field-label">Find</span>
        <input
          class="input"
          type="search"
          placeholder="path, method, status or bot"
          value=${words}
          onInput=${(/** @type {import('../types').InputChange} */ event) => setWords(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span class="field-label">Show</span>
        <select class="input" value=${kind} onChange=${(/** @type {import('../types').SelectChange} */ event) => setKind(event.currentTarget.value)}>
          ${KINDS.map(([value, label]) => html`<option key=${value} value=${value}>${label}</option>`)}
        </select>
      </label>
    </div>
    <div class="panel-bar">
      <p class="dv-muted" role="status">${plural(wanted.length, 'request')}</p>
      <button type="button" class="dv-button dv-quiet dv-small" onClick=${() => store.set({ requests: [] })}>
        Clear the view
      </button>
    </div>
    ${shown.length === 0 && html`<p class="side-note">${requests.length === 0 ? 'No request yet. What the bot asks of Discord’s REST API shows here as it happens.' : 'No such request.'}</p>`}
    <ol class="request-list">
      ${shown.map((entry) => html`<li key=${entry.seq}><${Row} entry=${entry} /></li>`)}
    </ol>
  </div>`;
}

/** @param {{entry: RequestEntry}} props */
function Row({ entry }) {
  const [open, setOpen] = useState(false);
  const faults = entry.faults.length + entry.answer_faults.length;
  return html`<details
    class=${`request ${faults > 0 ? 'request-faulty' : ''}`}
    onToggle=${(/** @type {import('preact').TargetedEvent<HTMLDetailsElement>} */ event) => setOpen(event.currentTarget.open)}
  >
    <summary>
      <span class="request-top">
        <span class="method">${entry.method}</span>
        <span class=${`status status-${Math.floor(entry.status / 100)}`}>${isCut(entry) ? 'cut' : entry.status}</span>
        <span class="dv-muted">${Math.round(entry.ms)} ms</span>
        ${entry.rate_limit && html`<span class="dv-muted" title="Requests left in its bucket">${entry.rate_limit.remaining}/${entry.rate_limit.limit} left</span>`}
        <time class="dv-muted" datetime=${entry.at}>${new Date(entry.at).toLocaleTimeString()}</time>
      </span>
      <span class="request-path">
        ${shortPath(entry.path)}${entry.query && html`<span class="dv-muted">?${entry.query.replace(/^\?/u, '')}</span>`}
      </span>
      ${isRefused(entry) && entry.error && html`<span class="request-error">${entry.error.message}</span>`}
      ${faults > 0 && html`<span class="request-faults"><${Icon} name="alert" />${plural(faults, 'fault')}</span>`}
    </summary>
    ${open && html`<${RequestDetails} entry=${entry} />`}
  </details>`;
}

/** Without the API's prefix, and with the middle of tokens left out. @param {string} path */
const shortPath = (path) =>
  path
    .replace(/^\/api\/v10/u, '')
    .replace(/[^/]{41,}/gu, (token) => `${token.slice(0, 12)}…${token.slice(-4)}`);
