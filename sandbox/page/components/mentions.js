/** Mentions of people, roles and channels inside a text. */
import { cssColor } from '../lib/format.js';
import { html } from '../lib/html.js';
import { goTo } from '../state/navigate.js';
import { nameOf, useApp } from '../state/store.js';

/** @param {{id: string}} props */
export function UserMention({ id }) {
  const name = useApp((state) => nameOf(state, id));
  return html`<span class="mention">@${name}</span>`;
}

/** @param {{id: string}} props */
export function RoleMention({ id }) {
  const role = useApp((state) => state.guild?.roles.find((one) => one.id === id));
  const color = cssColor(role?.color);
  return html`<span class="mention" style=${color ? { '--role': color } : {}}
    >@${role?.name ?? 'unknown-role'}</span
  >`;
}

/** @param {{id: string}} props */
export function ChannelMention({ id }) {
  const channel = useApp((state) => state.guild?.channels.find((one) => one.id === id));
  const guild = useApp((state) => state.guild?.id);
  if (!channel || !guild) return html`<span class="mention">#unknown</span>`;
  return html`<button type="button" class="mention mention-link" onClick=${() => goTo(guild, id)}>
    #${channel.name}
  </button>`;
}
