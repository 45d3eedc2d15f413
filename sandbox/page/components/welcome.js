/** What stands in the main column when there is nothing to show yet. */
import { html } from '../lib/html.js';
import { useApp } from '../state/store.js';

const EXAMPLE = `curl -X POST ${location.origin}/sandbox/guilds \\
  -H 'content-type: application/json' \\
  -d '{"name":"My server","channels":[{"name":"general","type":0}],
       "members":[{"username":"ada"},{"username":"brune","locale":"fr"}]}'`;

export function Welcome() {
  const home = useApp((state) => state.place.guild === '@me');
  const empty = useApp((state) => state.guilds.length === 0 && state.status === 'live');
  if (home)
    return html`<div class="welcome">
      <p>No direct messages. When the bot writes to you, it shows here.</p>
    </div>`;
  if (!empty) return html`<div class="welcome"><p>Choose a channel at the left.</p></div>`;
  return html`<div class="welcome">
    <h2>An empty sandbox</h2>
    <p>No server yet. Make one, and this page fills by itself:</p>
    <pre tabindex="0" aria-label="Command that makes a server"><code>${EXAMPLE}</code></pre>
  </div>`;
}
