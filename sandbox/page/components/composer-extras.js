/** What goes with a text, or instead of it: files, and the server's stickers. */
import { html } from '../lib/html.js';
import { sendSticker } from '../state/people.js';
import { useApp } from '../state/store.js';
import { Icon } from 'discord-view/icon.js';
import { useMenuDetails } from './menu-details.js';

/** @typedef {import('../types').Channel} Channel */

/** @param {{files: File[], onRemove: (file: File) => void}} props */
export function ChosenFiles({ files, onRemove }) {
  if (files.length === 0) return null;
  return html`<ul class="chosen-files" aria-label="Files to send">
    ${files.map(
      (file, at) =>
        html`<li key=${at} class="chip">
          ${file.name}
          <button
            type="button"
            class="link-button"
            aria-label=${`Do not send ${file.name}`}
            onClick=${() => onRemove(file)}
          >
            ×
          </button>
        </li>`,
    )}
  </ul>`;
}

/** The server's stickers, each sent by a press. @param {{channel: Channel}} props */
export function Stickers({ channel }) {
  const stickers = useApp((state) => (channel.guild_id ? state.guild?.stickers : undefined));
  if (!stickers || stickers.length === 0) return null;
  return html`<${StickerMenu} channelId=${channel.id} stickers=${stickers} />`;
}

/** @param {{channelId: string, stickers: import('../types').Sticker[]}} props */
function StickerMenu({ channelId, stickers }) {
  const { menu, close } = useMenuDetails();
  return html`<details class="menu sticker-menu" ref=${menu}>
    <summary class="icon-button" aria-label="Stickers" title="Stickers"><${Icon} name="sticker" /></summary>
    <div class="menu-body">
      ${stickers.map(
        (sticker) =>
          html`<button
            key=${sticker.id}
            type="button"
            class="sticker-choice"
            aria-label=${`Send the sticker ${sticker.name}`}
            onClick=${() => {
              close();
              void sendSticker(channelId, sticker.id);
            }}
          >
            <img src=${`/stickers/${sticker.id}.webp`} alt="" />
          </button>`,
      )}
    </div>
  </details>`;
}
