/** For who is here for the first time: who they are, and what to do. It is shown until it is closed once. */
import { html, useState } from '../lib/html.js';
import { Icon } from 'discord-view/icon.js';
import { remember, remembered } from '../state/memory.js';
import { nameOf, useApp } from '../state/store.js';

export function Intro() {
  const [read, setRead] = useState(() => remembered('intro') === 'read');
  const me = useApp((state) => (state.me ? nameOf(state, state.me) : null));
  if (read || me === null) return null;
  const close = () => {
    remember('intro', 'read');
    setRead(true);
  };
  return html`<section class="intro" aria-label="How it works">
    <p>
      You are <strong>${me}</strong>. Press what the bot has posted, type <strong>/</strong> for its commands, or be
      somebody else by “Acting as”.
    </p>
    <button type="button" class="icon-button" aria-label="Close this note" onClick=${close}><${Icon} name="close" /></button>
  </section>`;
}
