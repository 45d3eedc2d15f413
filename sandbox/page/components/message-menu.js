/** What can be done with a message: react, answer, edit, pin, delete, and the bot's commands for messages. */
import { html, useRef } from '../lib/html.js';
import { useMenu } from '../state/interact.js';
import { begin, MENU, remove, togglePin, toggleReaction } from '../state/people.js';
import { useApp } from '../state/store.js';
import { Icon } from 'discord-view/icon.js';

/** @typedef {import('../types').Message} Message */

const QUICK = ['👍', '❤️', '😂', '🎉', '✅'];

/** @param {{message: Message}} props */
export function MessageMenu({ message }) {
  const me = useApp((state) => state.me);
  const commands = useApp((state) => (state.place.guild === '@me' ? state.dmCommands : state.commands));
  const menu = useRef(/** @type {HTMLDetailsElement | null} */ (null));
  const act = (/** @type {() => unknown} */ work) => () => {
    menu.current?.removeAttribute('open');
    void work();
  };
  const own = message.author.id === me;
  return html`<details class="menu message-menu" ref=${menu}>
    <summary class="icon-button" aria-label="Message actions"><${Icon} name="more" /></summary>
    <div class="menu-body">
      <div class="menu-emojis" role="group" aria-label="React">
        ${QUICK.map(
          (name) =>
            html`<button
              key=${name}
              type="button"
              class="icon-button"
              aria-label=${`React with ${name}`}
              onClick=${act(() => toggleReaction(message, { name }))}
            >
              ${name}
            </button>`,
        )}
      </div>
      <${Item} label="Reply" onClick=${act(() => begin('reply', message))} />
      ${own && html`<${Item} label="Edit" onClick=${act(() => begin('edit', message))} />`}
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

/** One line of a menu. @param {{label: string, onClick: () => void, app?: boolean}} props */
export const Item = ({ label, onClick, app = false }) =>
  html`<button type="button" class="row" onClick=${onClick}>
    <span class="row-name">${label}</span>${app && html`<span class="tag">App</span>`}
  </button>`;
