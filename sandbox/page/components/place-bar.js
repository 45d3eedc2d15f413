/** Below a place's name: what the member acted as can do with a thread, or in a voice channel. */
import { html } from '../lib/html.js';
import { plural } from 'discord-view/format.js';
import { Icon } from 'discord-view/icon.js';
import { goTo } from '../state/navigate.js';
import { useApp } from '../state/store.js';
import {
  changeThread,
  enterThread,
  isClosed,
  isForum,
  isPinned,
  isPrivate,
  togglePinnedPost,
} from '../state/threads.js';
import { VoicePeople } from './voice-people.js';

/** @typedef {import('../types').Channel} Channel */

/** @param {{channel: Channel}} props */
export function ThreadBar({ channel }) {
  const me = useApp((state) => state.me);
  const guild = useApp((state) => state.guild?.id);
  const parent = useApp((state) => state.guild?.channels.find((one) => one.id === channel.parent_id));
  const failure = useApp((state) => state.failures[channel.id]);
  const inside = me !== null && (channel.member_ids ?? []).includes(me);
  const closed = isClosed(channel);
  const locked = channel.thread_metadata?.locked === true;
  const post = parent !== undefined && isForum(parent);
  return html`<div class="place-bar">
    <p class="place-bar-words">
      ${isPrivate(channel) ? 'A private thread' : post ? 'A post' : 'A thread'} of${' '}
      ${parent && guild && html`<button type="button" class="link-button" onClick=${() => goTo(guild, parent.id)}>#${parent.name}</button>`}
      ${' · '}${plural((channel.member_ids ?? []).length, 'member')}${closed ? ' · closed' : ''}${locked ? ' · locked' : ''}
    </p>
    <div class="place-bar-tools">
      ${!closed && html`<${Tool} icon=${inside ? 'leave' : 'follow'} label=${inside ? 'Leave' : 'Join'} onClick=${() => enterThread(channel, !inside)} />`}
      ${post && html`<${Tool} icon="pin" label=${isPinned(channel) ? 'Unpin post' : 'Pin post'} onClick=${() => togglePinnedPost(channel)} />`}
      <${Tool} icon="lock" label=${locked ? 'Unlock' : 'Lock'} onClick=${() => changeThread(channel, { locked: !locked })} />
      <${Tool} icon=${closed ? 'check' : 'close'} label=${closed ? 'Open again' : 'Close'} onClick=${() => changeThread(channel, { archived: !closed })} />
    </div>
    ${failure && html`<p class="dv-failure"><${Icon} name="alert" />${failure}</p>`}
  </div>`;
}

/** @param {{channel: Channel}} props */
export const VoiceBar = ({ channel }) =>
  html`<div class="place-bar"><p class="place-bar-words">Who is here:</p><${VoicePeople} channel=${channel} wide=${true} /></div>`;

/** @param {{icon: string, label: string, onClick: () => unknown}} props */
const Tool = ({ icon, label, onClick }) =>
  html`<button type="button" class="dv-button dv-quiet dv-small" onClick=${() => void onClick()}>
    <${Icon} name=${icon} />${label}
  </button>`;
