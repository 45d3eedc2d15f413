/** What stands in the main column when there is nothing to show yet: it names the next act. */
import { html } from '../lib/html.js';
import { useApp } from '../state/store.js';
import { BotState } from './bot-state.js';
import { WriteFirst } from './dm-list.js';
import { ServerForm } from './new-server.js';

export function Welcome() {
  const home = useApp((state) => state.place.guild === '@me');
  const empty = useApp((state) => state.guilds.length === 0 && state.status === 'live');
  if (home)
    return html`<div class="welcome">
      <h2>Direct messages</h2>
      <p>What the bot writes to you alone shows here. You can write first.</p>
      <p class="welcome-act"><${WriteFirst} /></p>
    </div>`;
  if (!empty) return html`<div class="welcome"><p>Choose a channel at the left.</p></div>`;
  return html`<div class="welcome">
    <h2>An empty sandbox</h2>
    <p>Here your bot meets people, and you act as any of them. Two things are needed:</p>
    <ol class="steps">
      <li>
        <h3>A server</h3>
        <${ServerForm} />
      </li>
      <li>
        <h3>Your bot</h3>
        <${BotState} />
      </li>
    </ol>
  </div>`;
}
