/** Tags of forum posts: shown, and chosen among. */
import { html } from '../lib/html.js';
import { Emoji } from 'discord-view/emoji.js';

/** @typedef {import('../types').Tag} Tag */

/** @param {{tag: Tag}} props */
const Words = ({ tag }) => html`
  ${(tag.emoji_name ?? tag.emoji_id) && html`<${Emoji} emoji=${{ id: tag.emoji_id, name: tag.emoji_name }} />${' '}`}${tag.name}
`;

/** @param {{tag: Tag}} props */
export const TagChip = ({ tag }) => html`<span class="chip"><${Words} tag=${tag} /></span>`;

/** @param {{tags: Tag[], chosen: string[], onChoose: (ids: string[]) => void, label: string}} props */
export function TagPicker({ tags, chosen, onChoose, label }) {
  if (tags.length === 0) return null;
  const toggle = (/** @type {string} */ id) =>
    onChoose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return html`<div class="tags" role="group" aria-label=${label}>
    ${tags.map(
      (tag) =>
        html`<button
          key=${tag.id}
          type="button"
          class="chip chip-button"
          aria-pressed=${chosen.includes(tag.id)}
          onClick=${() => toggle(tag.id)}
        >
          <${Words} tag=${tag} />
        </button>`,
    )}
  </div>`;
}
