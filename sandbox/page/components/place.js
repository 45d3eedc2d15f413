/** The main column: a channel's messages, the events, or a word on what to do when there is nothing yet. */
import { html } from '../lib/html.js';
import { toggleAside } from '../state/actions.js';
import { channelOnShow, nameOf, store, unreadOf, useApp } from '../state/store.js';
import { hasThreads, isForum, isThread } from '../state/threads.js';
import { iconOf } from './channel-icon.js';
import { Composer } from './composer.js';
import { EventsView } from './events-view.js';
import { Forum } from './forum.js';
import { Icon } from 'discord-view/icon.js';
import { Intro } from './intro.js';
import { MessageLog } from './message-log.js';
import { ThreadBar, VoiceBar } from './place-bar.js';
import { Welcome } from './welcome.js';

/** @typedef {import('../types').Aside} AsideKind */

const VOICE = new Set([2, 13]);

export function Place() {
  const place = useApp((state) => state.place);
  const channel = useApp(channelOnShow);
  const events = place.channel === 'events';
  const hidden = useApp((state) => state.access[channel?.id ?? '']?.view === false);
  const name = useApp((state) => (state.me ? nameOf(state, state.me) : 'Nobody'));
  const bot = useApp((state) => state.bot);
  const unread = useApp(unreadOf);
  const title = events
    ? 'Events'
    : place.guild === '@me'
      ? (bot?.username ?? 'Direct messages')
      : (channel?.name ?? 'Welcome');
  return html`<main class="place" id="place" tabindex="-1" aria-label=${title}>
    <header class="place-head">
      <button
        type="button"
        class="icon-button only-narrow"
        aria-label=${unread ? `Servers and channels, ${unread} unread` : 'Servers and channels'}
        onClick=${() => store.set({ drawer: true })}
      >
        <${Icon} name="menu" />
        ${unread > 0 && html`<span class="badge" aria-hidden="true">${unread}</span>`}
      </button>
      <span class="place-icon"
        ><${Icon} name=${events ? 'calendar' : place.guild === '@me' || !channel ? 'chat' : iconOf(channel)}
      /></span>
      <h1 class="place-title">${title}</h1>
      ${channel?.topic && html`<p class="place-topic">${channel.topic}</p>`}
      <div class="place-tools" role="group" aria-label="Panels">
        ${channel && hasThreads(channel) && html`<${DialogButton} kind="threads" channel=${channel} icon="thread" label="Threads" />`}
        ${channel && !isForum(channel) && html`<${DialogButton} kind="pins" channel=${channel} icon="pin" label="Pinned messages" />`}
        <${PanelButton} kind="members" icon="people" label="Members" />
        <${PanelButton} kind="requests" icon="list" label="Requests" />
        <${PanelButton} kind="faults" icon="bolt" label="Faults" />
      </div>
    </header>
    ${events && html`<${EventsView} />`}
    ${channel && hidden && html`<div class="welcome"><p>${name} cannot see this channel.</p></div>`}
    ${channel && !hidden && html`<${ChannelPlace} key=${channel.id} channel=${channel} />`}
    ${!events && !channel && html`<${Welcome} />`}
  </main>`;
}

/** @param {{channel: import('../types').Channel}} props */
function ChannelPlace({ channel }) {
  // Where there are none, the log itself says what to do.
  const hasMessages = useApp((state) => (state.messages[channel.id]?.length ?? 0) > 0);
  if (isForum(channel)) return html`<${Forum} channel=${channel} />`;
  return html`
    ${isThread(channel) && html`<${ThreadBar} channel=${channel} />`}
    ${VOICE.has(channel.type) && html`<${VoiceBar} channel=${channel} />`}
    ${hasMessages && html`<${Intro} />`}
    <${MessageLog} channel=${channel} /><${Composer} channel=${channel} />
  `;
}

/** @param {{kind: 'threads' | 'pins', channel: import('../types').Channel, icon: string, label: string}} props */
const DialogButton = ({ kind, channel, icon, label }) =>
  html`<button
    type="button"
    class="icon-button"
    aria-haspopup="dialog"
    aria-label=${label}
    title=${label}
    onClick=${() => store.set({ dialog: { kind, channel_id: channel.id } })}
  >
    <${Icon} name=${icon} />
  </button>`;

/** @param {{kind: AsideKind, icon: string, label: string}} props */
function PanelButton({ kind, icon, label }) {
  const open = useApp((state) => state.aside === kind);
  const faulty = useApp(
    (state) => kind === 'requests' && state.requests.some((entry) => entry.faults.length > 0),
  );
  const active = useApp((state) => kind === 'faults' && state.faults.length > 0);
  return html`<button
    type="button"
    class="icon-button"
    aria-pressed=${open}
    aria-label=${label}
    title=${label}
    onClick=${() => void toggleAside(kind)}
  >
    <${Icon} name=${icon} />
    ${(faulty || active) && html`<span class="dot" aria-hidden="true"></span>`}
  </button>`;
}
