/** What can be done with a message: react, answer, pass on, start a thread, edit, pin, delete, and the bot's commands. */
import { html, useRef } from '../lib/html.js';
import { Emoji } from 'discord-view/emoji.js';
import { useMenu } from '../state/interact.js';
import { begin, MENU, remove, togglePin, toggleReaction } from '../state/people.js';
import { channelOnShow, store, useApp } from '../state/store.js';
import { hasThreads } from '../state/threads.js';
import { Icon } from 'discord-view/icon.js';
import { useMenuDetails } from './menu-details.js';

/** @typedef {import('../types').Message} Message */
/** @typedef {import('../types').Emoji} EmojiShape */

const QUICK = ['👍', '❤️', '😂', '🎉', '✅'].map((name) => ({ name }));
/** Of Discord's own messages those that can be answered and passed on. */
const WRITTEN = new Set([0, 19, 20, 23]);

/** @param {{message: Message}} props */
export function MessageMenu({ message }) {
  const me = useApp((state) => state.me);
  const channel = useApp(channelOnShow);
  const commands = useApp((state) => (state.place.guild === '@me' ? state.dmCommands : state.commands));
  const { menu, close } = useMenuDetails();
  const act = (/** @type {() => unknown} */ work) => () => {
    close();
    void work();
  };
  const own = message.author.id === me;
  const written = WRITTEN.has(message.type);
  const place = { channel_id: message.channel_id, message_id: message.id };
  const open = (/** @type {'forward' | 'new-thread'} */ kind) =>
    act(() => store.set({ dialog: { kind, ...place } }));
  return html`<details class="menu message-menu" ref=${menu}>
    <summary class="icon-button" aria-label="Message actions"><${Icon} name="more" /></summary>
    <div class="menu-body">
      <${Reacting} onReact=${(/** @type {EmojiShape} */ emoji) => act(() => toggleReaction(message, emoji))()} />
      <${Item} label="Reply" onClick=${act(() => begin('reply', message))} />
      ${written && !message.poll && channel?.guild_id && html`<${Item} label="Forward" onClick=${open('forward')} />`}
      ${channel && hasThreads(channel) && !message.thread && html`<${Item} label="Start a thread" onClick=${open('new-thread')} />`}
      ${own && !message.poll && html`<${Item} label="Edit" onClick=${act(() => begin('edit', message))} />`}
      <${Item} label=${message.pinned ? 'Unpin' : 'Pin'} onClick=${act(() => togglePin(message))} />
      <${Item} label="Delete" onClick=${act(() => remove(message))} />
      ${commands
        .filter((command) => command.type === MENU.message)
        .map(
          (command) =>
            html`<${Item}
              key=${command.id}
              label=${command.name}
              app=${true}
              onClick=${act(() => useMenu(command, message.id))}
            />`,
        )}
    </div>
  </details>`;
}

/** The usual emojis, the server's own, and any other that is typed. @param {{onReact: (emoji: EmojiShape) => void}} props */
function Reacting({ onReact }) {
  const own = useApp((state) => state.guild?.emojis) ?? [];
  const other = useRef(/** @type {HTMLInputElement | null} */ (null));
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const name = other.current?.value.trim();
    if (name) onReact({ name });
  };
  return html`
    <div class="menu-emojis" role="group" aria-label="React">
      ${[...QUICK, ...own].map(
        (emoji) =>
          html`<button
            key=${emoji.name}
            type="button"
            class="icon-button"
            aria-label=${`React with ${emoji.name}`}
            onClick=${() => onReact(emoji)}
          >
            <${Emoji} emoji=${emoji} />
          </button>`,
      )}
    </div>
    <form class="menu-other" onSubmit=${submit}>
      <input class="input" ref=${other} aria-label="Another emoji" placeholder="Another emoji" maxlength="20" />
      <button type="submit" class="icon-button" aria-label="React with it"><${Icon} name="smile" /></button>
    </form>
  `;
}

/** One line of a menu. @param {{label: string, onClick: () => void, app?: boolean}} props */
export const Item = ({ label, onClick, app = false }) =>
  html`<button type="button" class="row" onClick=${onClick}>
    <span class="row-name">${label}</span>${app && html`<span class="tag">App</span>`}
  </button>`;
