/** Mentions of people, roles and channels inside a text. */
import { cssColor } from './format.js';
import { html } from 'discord-view/ui';
import { useHost } from './host.js';

/** @param {{id: string}} props */
export function UserMention({ id }) {
  const host = useHost();
  const name = host.useName(id);
  const { unknown } = host.useWords();
  return html`<span class="dv-mention">@${name ?? unknown.user}</span>`;
}

/** @param {{id: string}} props */
export function RoleMention({ id }) {
  const host = useHost();
  const role = host.useRole(id);
  const { unknown } = host.useWords();
  const color = cssColor(role?.color);
  return html`<span class="dv-mention" style=${color ? { '--role': color } : {}}
    >@${role?.name ?? unknown.role}</span
  >`;
}

/** @param {{id: string}} props */
export function ChannelMention({ id }) {
  const host = useHost();
  const channel = host.useChannel(id);
  const { unknown } = host.useWords();
  if (!channel?.open) return html`<span class="dv-mention">#${channel?.name ?? unknown.channel}</span>`;
  return html`<button type="button" class="dv-mention dv-mention-link" onClick=${channel.open}>
    #${channel.name}
  </button>`;
}
