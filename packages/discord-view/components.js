/** The interactive parts of a message: rows of buttons and menus, and the layout kinds of Components V2. */
import { cssColor } from './format.js';
import { html } from 'discord-view/ui';
import { Markdown } from './markdown/render.js';
import { MessageButton } from './button.js';
import { FileLink } from './file-link.js';
import { useHost } from './host.js';
import { Picture, Veil } from './picture.js';
import { SelectMenu } from './select.js';

/** @typedef {import('./types').Component} Component */

/** @param {{message: {id: string, components?: Component[]}}} props */
export const Components = ({ message }) =>
  (message.components ?? []).map(
    (part, at) => html`<${Part} key=${part.id ?? at} part=${part} messageId=${message.id} />`,
  );

/** @typedef {{part: Component, messageId: string}} PartProps */

/** @param {Component[] | undefined} parts @param {string} messageId */
const all = (parts, messageId) =>
  (parts ?? []).map(
    (part, at) =>
      html`<${Part} key=${part.id ?? part.custom_id ?? at} part=${part} messageId=${messageId} />`,
  );

/** @type {Record<number, (props: PartProps) => unknown>} */
const KINDS = {
  1: ({ part, messageId }) => html`<div class="dv-parts-row">${all(part.components, messageId)}</div>`,
  2: ({ part, messageId }) => html`<${MessageButton} button=${part} messageId=${messageId} />`,
  3: menu,
  5: menu,
  6: menu,
  7: menu,
  8: menu,
  9: ({ part, messageId }) =>
    html`<div class="dv-part-section">
      <div>${all(part.components, messageId)}</div>
      ${part.accessory && html`<${Part} part=${part.accessory} messageId=${messageId} />`}
    </div>`,
  10: ({ part }) => html`<${Markdown} text=${part.content ?? ''} />`,
  11: ({ part }) =>
    html`<${Picture}
      url=${part.media?.url ?? ''}
      words=${part.description ?? undefined}
      small=${true}
      spoiler=${part.spoiler}
    />`,
  12: ({ part }) =>
    html`<div class=${`dv-gallery ${(part.items ?? []).length > 1 ? 'dv-gallery-many' : ''}`}>
      ${(part.items ?? []).map(
        (item, at) =>
          html`<${Picture}
            key=${at}
            url=${item.media.url}
            words=${item.description ?? undefined}
            spoiler=${item.spoiler}
          />`,
      )}
    </div>`,
  13: ({ part }) => html`<${FilePart} part=${part} />`,
  14: ({ part }) =>
    html`<hr
      class=${`dv-part-line ${part.divider === false ? 'dv-part-gap' : ''} ${part.spacing === 2 ? 'dv-part-wide' : ''}`}
    />`,
  17: ({ part, messageId }) => {
    const container = html`<div
      class="dv-part-container"
      style=${part.accent_color ? { '--edge': cssColor(part.accent_color) } : {}}
    >
      ${all(part.components, messageId)}
    </div>`;
    return part.spoiler ? html`<${Veil}>${container}<//>` : container;
  },
};

/** @param {PartProps} props */
function menu({ part, messageId }) {
  return html`<${SelectMenu} menu=${part} messageId=${messageId} />`;
}

/** @param {{part: Component}} props */
function FilePart({ part }) {
  const words = useHost().useWords();
  const file = html`<${FileLink}
    url=${part.file?.url ?? ''}
    name=${part.name ?? words.file}
    size=${part.size ?? undefined}
  />`;
  return part.spoiler ? html`<${Veil}>${file}<//>` : file;
}

/** @param {PartProps} props */
const Part = (props) => KINDS[props.part.type]?.(props) ?? null;
