/** What a message holds: its text, what it passes on, pictures, files, stickers, a poll, embeds, components, reactions. */
import { html } from '../lib/html.js';
import { plural } from 'discord-view/format.js';
import { Components } from 'discord-view/components.js';
import { EmbedCard } from 'discord-view/embed.js';
import { FileLink } from 'discord-view/file-link.js';
import { Icon } from 'discord-view/icon.js';
import { Markdown } from 'discord-view/markdown/render.js';
import { Picture } from 'discord-view/picture.js';
import { Timestamp } from 'discord-view/timestamp.js';
import { goTo } from '../state/navigate.js';
import { useApp } from '../state/store.js';
import { Poll } from './poll.js';
import { Reactions } from './reactions.js';

/** @typedef {import('../types').Message} Message */
/** @typedef {import('../types').Snapshot} Snapshot */

const LOADING = 128;
const LAYOUT = 1 << 15;
/** Of a sticker that is an animation in Lottie's form. */
const LOTTIE = 3;

/** @param {{message: Message, name: string}} props */
export function MessageBody({ message, name }) {
  if (((message.flags ?? 0) & LOADING) !== 0) {
    return html`<p class="thinking">
      <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${name} is thinking…
    </p>`;
  }
  const edited =
    message.edited_timestamp &&
    html`<p class="edited" title=${new Date(message.edited_timestamp).toLocaleString()}>(edited)</p>`;
  const snapshot = message.message_snapshots?.[0];
  return html`
    ${snapshot && html`<${Forwarded} message=${message} snapshot=${snapshot.message} />`}
    <${Parts} message=${message} edited=${edited} />
    ${message.reactions && message.reactions.length > 0 && html`<${Reactions} message=${message} />`}
    ${message.thread && message.thread.id !== message.channel_id && html`<${ThreadLink} id=${message.thread.id} />`}
  `;
}

/** @param {{message: Message | (Snapshot & {id?: undefined}), edited?: unknown}} props */
const Parts = ({ message, edited }) => html`
  ${message.content && html`<${Markdown} text=${message.content} />${edited}`}
  ${message.sticker_items?.map((sticker) => html`<${Sticker} key=${sticker.id} sticker=${sticker} />`)}
  ${((message.flags ?? 0) & LAYOUT) === 0 && message.attachments.filter((file) => !isInEmbed(file, message.embeds)).map((file) => html`<${File} key=${file.id} file=${file} />`)}
  ${message.poll && message.id && html`<${Poll} message=${message} poll=${message.poll} />`}
  ${message.embeds.map((embed, at) => html`<${EmbedCard} key=${at} embed=${embed} />`)}
  ${!message.content && edited} ${message.id && html`<${Components} message=${message} />`}
`;

/** A picture that an embed shows is not shown twice. @param {import('../types').Attachment} file @param {Message['embeds']} embeds */
const isInEmbed = (file, embeds) =>
  embeds.some(({ image, thumbnail, author, footer }) =>
    [image?.url, thumbnail?.url, author?.icon_url, footer?.icon_url].includes(file.url),
  );

/** @param {{file: import('../types').Attachment}} props */
const File = ({ file }) =>
  /^image\/(?!svg)/u.test(file.content_type ?? '')
    ? html`<${Picture} url=${file.url} words=${file.description ?? file.filename} spoiler=${file.filename.startsWith('SPOILER_')} />`
    : html`<${FileLink} url=${file.url} name=${file.filename} size=${file.size} />`;

/** @param {{sticker: import('../types').Sticker}} props */
function Sticker({ sticker }) {
  const known = useApp((state) => state.guild?.stickers.some((one) => one.id === sticker.id) ?? false);
  if (sticker.format_type === LOTTIE || !known)
    return html`<p class="sticker-name"><${Icon} name="sticker" />Sticker: ${sticker.name}</p>`;
  return html`<img class="sticker" src=${`/stickers/${sticker.id}.webp`} alt=${`Sticker: ${sticker.name}`} />`;
}

/** @param {{message: Message, snapshot: Snapshot}} props */
function Forwarded({ message, snapshot }) {
  const { channel_id: from, message_id: original } = message.message_reference ?? {};
  const channel = useApp((state) => state.guild?.channels.find((one) => one.id === from));
  const guild = useApp((state) => state.guild?.id);
  return html`<section class="forwarded" aria-label="Forwarded message">
    <p class="forwarded-head"><${Icon} name="forward" />Forwarded</p>
    <${Parts} message=${snapshot} />
    <p class="forwarded-foot">
      ${
        channel &&
        guild &&
        original &&
        html`<button type="button" class="link-button" onClick=${() => goTo(guild, channel.id)}>
            #${channel.name}</button
          >${' · '}`
      }
      <${Timestamp} date=${new Date(snapshot.timestamp)} format="s" />
    </p>
  </section>`;
}

/** @param {{id: string}} props */
function ThreadLink({ id }) {
  const thread = useApp((state) => state.guild?.channels.find((channel) => channel.id === id));
  const guild = useApp((state) => state.guild?.id);
  const count = useApp((state) => state.messages[id]?.length ?? 0);
  if (!thread || !guild) return null;
  return html`<button type="button" class="thread-link" onClick=${() => goTo(guild, id)}>
    <${Icon} name="thread" /><strong>${thread.name}</strong
    ><span class="dv-muted">${plural(count, 'message')}</span>
  </button>`;
}
