/** Whether a bot is connected. */
import { html, useEffect, useState } from '../lib/html.js';
import { api } from '../lib/api.js';
import { useApp } from '../state/store.js';

const LOOK_AGAIN_MS = 2_000;

/** Whether a bot is there; if not, how to bring it. @param {{quiet?: boolean}} props `quiet`: nothing is said of one that is there */
export function BotState({ quiet = false }) {
  const connections = useConnections();
  if (connections === null) return null;
  if (connections > 0 && quiet) return null;
  if (connections > 0)
    return html`<p>It is connected. Type <code>/</code> in a channel to see its commands.</p>`;
  return html`<p>
      No bot is connected yet. Start yours with <code>${`${location.origin}/api`}</code> as the address of Discord’s
      REST API and the token that the sandbox printed when it started. With discord.js:
    </p>
    <pre tabindex="0" aria-label="How discord.js is told"><code>${`new Client({ intents, rest: { api: '${location.origin}/api' } })`}</code></pre>`;
}

/** How many bots are connected, looked at again and again; null before it is known. */
function useConnections() {
  const [connections, setConnections] = useState(/** @type {number | null} */ (null));
  const live = useApp((state) => state.status === 'live');
  useEffect(() => {
    if (!live) return undefined;
    const look = () =>
      api.connections().then(
        (answer) => setConnections(answer.connections),
        () => undefined,
      );
    void look();
    const timer = setInterval(look, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [live]);
  return connections;
}
