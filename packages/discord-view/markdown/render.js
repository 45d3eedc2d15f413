/** Markdown tree to virtual nodes. User text only ever becomes text nodes and checked links. */
import { html, useState } from 'discord-view/ui';
import { useHost } from '../host.js';
import { Emoji } from '../emoji.js';
import { Timestamp } from '../timestamp.js';
import { ChannelMention, RoleMention, UserMention } from '../mentions.js';
import { parseMarkdown } from './blocks.js';
import { isSafeUrl, parseInline } from './inline.js';

/** @typedef {import('./inline.js').MarkNode} MarkNode */

/** A text with Discord's whole markdown. @param {{text: string}} props */
export const Markdown = ({ text }) => html`<div class="dv-md">${draw(parseMarkdown(text))}</div>`;

/** A text with inline marks only (titles, field names). @param {{text: string}} props */
export const InlineMarkdown = ({ text }) => html`<span class="dv-md">${draw(parseInline(text))}</span>`;

/** @param {MarkNode[] | undefined} nodes */
const draw = (nodes) => (nodes ?? []).map((node, at) => html`<${Mark} key=${at} node=${node} />`);

/** @type {Record<string, (node: MarkNode) => unknown>} */
const MARKS = {
  text: (node) => node.text,
  paragraph: (node) => html`<p>${draw(node.children)}</p>`,
  strong: (node) => html`<strong>${draw(node.children)}</strong>`,
  em: (node) => html`<em>${draw(node.children)}</em>`,
  underline: (node) => html`<u>${draw(node.children)}</u>`,
  strike: (node) => html`<s>${draw(node.children)}</s>`,
  code: (node) => html`<code>${node.text}</code>`,
  codeblock: (node) => html`<${CodeBlock} text=${node.text} />`,
  quote: (node) => html`<blockquote>${draw(node.children)}</blockquote>`,
  small: (node) => html`<p class="dv-md-small">${draw(node.children)}</p>`,
  heading: (node) => html`<${Heading} level=${node.level ?? 1}>${draw(node.children)}<//>`,
  list: drawList,
  time: (node) => html`<${Timestamp} date=${new Date((node.unix ?? 0) * 1000)} format=${node.style} />`,
  user: (node) => html`<${UserMention} id=${node.id} />`,
  role: (node) => html`<${RoleMention} id=${node.id} />`,
  channel: (node) => html`<${ChannelMention} id=${node.id} />`,
  broadcast: (node) => html`<span class="dv-mention">${node.text}</span>`,
  command: (node) => html`<span class="dv-mention">/${node.name}</span>`,
  emoji: (node) => html`<${Emoji} emoji=${{ id: node.id, name: node.name }} />`,
  link: drawLink,
  spoiler: (node) => html`<${Spoiler}>${draw(node.children)}<//>`,
};

/** @param {{node: MarkNode}} props */
const Mark = ({ node }) => (MARKS[node.type] ?? MARKS['text'])?.(node) ?? null;

/** @param {MarkNode} node */
function drawList(node) {
  const items = (node.items ?? []).map((item, at) => html`<li key=${at}>${draw(item)}</li>`);
  return node.ordered
    ? html`<ol start=${node.start}>
        ${items}
      </ol>`
    : html`<ul>
        ${items}
      </ul>`;
}

/** @param {MarkNode} node */
function drawLink(node) {
  const url = node.url ?? '';
  if (!isSafeUrl(url)) return html`<span>${draw(node.children)}</span>`;
  return html`<a href=${url} target="_blank" rel="noopener noreferrer">${draw(node.children)}</a>`;
}

/** @param {{level: number, children?: unknown}} props */
function Heading({ level, children }) {
  const above = useHost().useHeading();
  return html`<p class=${`dv-md-h${level}`} role="heading" aria-level=${above + level}>${children}</p>`;
}

/** @param {{text: string}} props */
function CodeBlock({ text }) {
  const { code } = useHost().useWords();
  return html`<pre tabindex="0" aria-label=${code}><code>${text}</code></pre>`;
}

/** @param {{children?: unknown}} props */
function Spoiler({ children }) {
  const [open, setOpen] = useState(false);
  const { showSpoiler } = useHost().useWords();
  if (open) return html`<span class="dv-spoiler dv-spoiler-open">${children}</span>`;
  return html`<button
    type="button"
    class="dv-spoiler"
    aria-label=${showSpoiler}
    onClick=${() => setOpen(true)}
  >
    <span aria-hidden="true">${children}</span>
  </button>`;
}
