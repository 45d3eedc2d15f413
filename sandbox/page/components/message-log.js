/** A channel's messages, oldest first, with the ephemeral ones that the member acted as may read. */
import { compareIds } from '../lib/format.js';
import { html, useLayoutEffect, useMemo, useRef } from '../lib/html.js';
import { loadOlder } from '../state/actions.js';
import { hasThreads } from '../state/threads.js';
import { localeOf, useApp } from '../state/store.js';
import { FirstSteps } from './first-steps.js';
import { MessageItem } from './message.js';

/** @typedef {import('../types').Channel} Channel */
/** @typedef {import('../types').Message} Message */

const SAME_GROUP_MS = 7 * 60_000;
const EPHEMERAL = 64;
const NEAR_END_PX = 120;

/** @param {{channel: Channel}} props */
export function MessageLog({ channel }) {
  const list = useApp((state) => state.messages[channel.id]);
  const ephemerals = useApp((state) => state.ephemerals);
  const me = useApp((state) => state.me);
  const more = useApp((state) => state.more[channel.id] ?? false);
  const messages = useMemo(() => {
    const mine = ephemerals.filter((one) => one.reader_id === me && one.message.channel_id === channel.id);
    return [...(list ?? []), ...mine.map((one) => one.message)].sort((a, b) => compareIds(a.id, b.id));
  }, [list, ephemerals, me, channel.id]);
  const scroller = useStickToEnd(messages);
  return html`<div
    class="log"
    ref=${scroller}
    role="log"
    aria-label=${`Messages in ${channel.name ?? 'this conversation'}`}
    tabindex="0"
  >
    ${
      more
        ? html`<button type="button" class="dv-button dv-quiet older" onClick=${() => void loadOlder(channel.id)}>
            Show older messages
          </button>`
        : html`<p class="log-start">
            This is the start of${' '}
            ${channel.name ? html`<strong>${hasThreads(channel) ? '#' : ''}${channel.name}</strong>` : 'this conversation'}.
          </p>`
    }
    ${messages.length === 0 && html`<${FirstSteps} />`}
    <ol class="messages">
      ${messages.map((message, at) => {
        const before = messages[at - 1];
        return html`
          ${isNewDay(before, message) && html`<${Day} key=${`day-${message.id}`} date=${message.timestamp} />`}
          <${MessageItem} key=${message.id} message=${message} follows=${isSameGroup(before, message)} />
        `;
      })}
    </ol>
  </div>`;
}

/** @param {Message | undefined} before @param {Message} message */
const isNewDay = (before, message) =>
  !before || new Date(before.timestamp).toDateString() !== new Date(message.timestamp).toDateString();

/** @param {Message | undefined} before @param {Message} message */
function isSameGroup(before, message) {
  if (!before || before.author.id !== message.author.id || isNewDay(before, message)) return false;
  if (message.type !== 0 || before.type > 20 || message.interaction_metadata || message.message_reference)
    return false;
  if (((before.flags ?? 0) & EPHEMERAL) !== ((message.flags ?? 0) & EPHEMERAL)) return false;
  return Date.parse(message.timestamp) - Date.parse(before.timestamp) < SAME_GROUP_MS;
}

/** @param {{date: string}} props */
function Day({ date }) {
  const locale = useApp(localeOf);
  const words = new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(new Date(date));
  return html`<li class="day"><span>${words}</span></li>`;
}

/** Keeps the end in view while the reader is at the end. @param {Message[]} messages */
function useStickToEnd(messages) {
  const ref = useRef(/** @type {HTMLElement | null} */ (null));
  const atEnd = useRef(true);
  useLayoutEffect(() => {
    const log = ref.current;
    if (!log) return undefined;
    const watch = () => {
      atEnd.current = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END_PX;
    };
    const follow = new ResizeObserver(() => atEnd.current && log.scrollTo(0, log.scrollHeight));
    for (const part of [log, log.querySelector('.messages')]) if (part) follow.observe(part);
    log.addEventListener('scroll', watch, { passive: true });
    return () => {
      follow.disconnect();
      log.removeEventListener('scroll', watch);
    };
  }, []);
  useLayoutEffect(() => {
    if (atEnd.current) ref.current?.scrollTo(0, ref.current.scrollHeight);
  }, [messages]);
  return ref;
}
