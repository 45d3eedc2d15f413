/** Mentions of people, roles and channels inside a text. */
import { cssColor } from './format.js';
import { html } from 'discord-view/ui';
import { useHost } from './host.js';

/** @param {{id: string}} props */
export function UserMention({ id }) {
  const name = useHost().useName(id);
  return html`<span class="dv-mention">@${name}</span>`;
}

/** @param {{id: string}} props */
export function RoleMention({ id }) {
  const role = useHost().useRole(id);
  const color = cssColor(role?.color);
  return html`<span class="dv-mention" style=${color ? { '--role': color } : {}}
    >@${role?.name ?? 'unknown-role'}</span
  >`;
}

/** @param {{id: string}} props */
export function ChannelMention({ id }) {
  const channel = useHost().useChannel(id);
  if (!channel?.open) return html`<span class="dv-mention">#${channel?.name ?? 'unknown'}</span>`;
  return html`<button type="button" class="dv-mention dv-mention-link" onClick=${channel.open}>
    #${channel.name}
  </button>`;
}
