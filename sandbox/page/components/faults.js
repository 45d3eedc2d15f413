/** Trouble on purpose: failures of REST calls, and of the gateway. */
import { plural } from 'discord-view/format.js';
import { html, useState } from '../lib/html.js';
import { api } from '../lib/api.js';
import { attempt } from '../state/actions.js';
import { store, useApp } from '../state/store.js';
import { FaultForm } from './fault-form.js';
import { Icon } from 'discord-view/icon.js';

/** @typedef {import('../types').Fault} Fault */

/** @type {{label: string, action: string, code?: number}[]} */
const TROUBLES = [
  { label: 'Cut the connection', action: 'close', code: 4000 },
  { label: 'Cut without a goodbye', action: 'close', code: 1 },
  { label: 'Ask to reconnect', action: 'reconnect' },
  { label: 'Invalidate the session', action: 'invalid_session' },
  { label: 'Fall silent', action: 'silence' },
];

/** @param {Fault} fault */
function words(fault) {
  const what = [
    fault.status && `answers ${fault.status}${fault.code ? ` (code ${fault.code})` : ''}`,
    fault.retry_after && `retry after ${fault.retry_after} s`,
    fault.latency_ms && `waits ${fault.latency_ms} ms`,
    fault.drop && `cuts the connection ${fault.drop} the work`,
  ];
  return what.filter(Boolean).join(', ') || 'does nothing';
}

export function Faults() {
  const faults = useApp((state) => state.faults);
  const [done, setDone] = useState('');
  const failure = useApp((state) => state.failures['faults']);
  const run = async (/** @type {() => Promise<unknown>} */ work) => {
    const done = await attempt('faults', work);
    if (done) store.set({ faults: await api.faults() });
    return done;
  };
  const disturb = (/** @type {string} */ label, /** @type {{action: string, code?: number}} */ trouble) =>
    run(async () => {
      const { connections } = await api.gateway(trouble);
      setDone(
        connections === 0 ? 'No bot is connected.' : `${label}: done to ${plural(connections, 'bot')}.`,
      );
    });
  return html`<div class="faults">
    <section aria-labelledby="faults-now">
      <div class="panel-bar">
        <h3 id="faults-now">Active</h3>
        <button
          type="button"
          class="dv-button dv-quiet dv-small"
          disabled=${faults.length === 0}
          onClick=${() => void run(api.clearFaults)}
        >
          Clear all
        </button>
      </div>
      ${faults.length === 0 && html`<p class="side-note">None: everything works.</p>`}
      <ul class="fault-list">
        ${faults.map(
          (fault) =>
            html`<li key=${fault.id} class="fault">
              <${Icon} name="bolt" />
              <span class="fault-words">
                <code>${fault.method ?? 'any'} ${fault.path ?? 'every path'}</code>${` ${words(fault)}, `}
                ${plural(fault.times ?? 1, 'time')}${fault.probability === undefined ? '' : ` (chance ${fault.probability})`}
              </span>
              <button
                type="button"
                class="icon-button"
                aria-label=${`Take away: ${fault.method ?? 'any'} ${fault.path ?? 'every path'} ${words(fault)}`}
                title="Take it away"
                onClick=${() => void run(() => api.removeFault(fault.id ?? 0))}
              >
                <${Icon} name="close" />
              </button>
            </li>`,
        )}
      </ul>
    </section>
    <${FaultForm} onAdd=${(/** @type {Fault} */ fault) => run(() => api.addFaults([fault]))} />
    ${failure && html`<p class="dv-failure"><${Icon} name="alert" />${failure}</p>`}
    <section aria-labelledby="faults-gateway">
      <h3 id="faults-gateway">Gateway</h3>
      <div class="troubles">
        ${TROUBLES.map(
          ({ label, ...trouble }) =>
            html`<button
              key=${label}
              type="button"
              class="dv-button dv-quiet dv-small"
              onClick=${() => void disturb(label, trouble)}
            >
              ${label}
            </button>`,
        )}
      </div>
      <p class="side-note" role="status">${done}</p>
    </section>
  </div>`;
}
