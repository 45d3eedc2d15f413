/** All that is known of a REST call: who asked, what was sent, how its bucket stands, what is wrong with it. */
import { html } from '../lib/html.js';
import { Icon } from 'discord-view/icon.js';
import { draftFault } from '../state/requests.js';

/** @typedef {import('../types').RequestEntry} RequestEntry */

/** @param {{entry: RequestEntry}} props */
export function RequestDetails({ entry }) {
  const { error, rate_limit: bucket, body, user_agent: agent, route } = entry;
  const faults = [
    ...entry.faults,
    ...entry.answer_faults.map((fault) => `In the sandbox's answer: ${fault}`),
  ];
  return html`<div class="request-more">
    <dl>
      ${error && html`<${Fact} name="Refused">${error.message}${error.code ? ` (code ${error.code})` : ''}<//>`}
      ${route && !entry.path.endsWith(route) && html`<${Fact} name="Route">${route}<//>`}
      ${bucket && html`<${Fact} name="Bucket">${bucket.remaining} of ${bucket.limit} left, full again in ${bucket.reset_after} s (${bucket.bucket.slice(0, 8)})<//>`}
      ${agent && html`<${Fact} name="Asked by">${agent}<//>`}
    </dl>
    ${
      faults.length > 0 &&
      html`<ul class="request-faults" aria-label="Faults">
        ${faults.map((fault, at) => html`<li key=${at}><${Icon} name="alert" />${fault}</li>`)}
      </ul>`
    }
    ${
      body !== null &&
      html`<p class="field-label">Sent</p>
        <pre tabindex="0" aria-label="What was sent"><code>${JSON.stringify(body, null, 2)}</code></pre>`
    }
    <button type="button" class="dv-button dv-quiet dv-small" onClick=${() => draftFault(entry)}>
      <${Icon} name="bolt" />Let it fail next time
    </button>
  </div>`;
}

/** @param {{name: string, children?: unknown}} props */
const Fact = ({ name, children }) => html`<div><dt>${name}</dt><dd>${children}</dd></div>`;
