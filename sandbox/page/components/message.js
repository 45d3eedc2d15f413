/** One message: who and when, its text, embeds, components and reactions. */
import { html } from '../lib/html.js';
import { cssColor, plural } from 'discord-view/format.js';
import { Markdown } from 'discord-view/markdown/render.js';
import { dismiss } from '../state/actions.js';
import { goTo } from '../state/navigate.js';
import { colorOf, nameOf, useApp } from '../state/store.js';
import { Avatar } from 'discord-view/avatar.js';
import { Components } from 'discord-view/components.js';
import { EmbedCard } from 'discord-view/embed.js';
import { Icon } from 'discord-view/icon.js';
import { Above, SystemMessage, isSystem } from './message-context.js';
import { MessageMenu } from './message-menu.js';
import { Reactions } from './reactions.js';
import { Timestamp } from 'discord-view/timestamp.js';

/** @typedef {import('../types').Message} Message */

const EPHEMERAL = 64;
const LOADING = 128;

/** @param {{message: Message, follows: boolean}} props `follows`: the author's name stands above already */
export function MessageItem({ message, follows }) {
  const name = useApp((state) => nameOf(state, message.author.id)) || message.author.username;
  const color = useApp((state) => colorOf(state, message.author.id));
  const me = useApp((state) => state.me);
  const failure = useApp((state) => state.failures[message.id]);
  const myRoles = useApp((state) => state.guild?.members.find((one) => one.user.id === me)?.roles);
  const shownName = name === 'unknown-user' ? (message.author.global_name ?? message.author.username) : name;
  const mentioned = isMentioned(message, me, myRoles ?? []);
  const ephemeral = ((message.flags ?? 0) & EPHEMERAL) !== 0;
  const kinds = `message ${follows ? 'message-follows' : ''} ${mentioned ? 'message-mentions' : ''} ${ephemeral ? 'message-private' : ''}`;
  return html`<li class=${kinds} data-message-id=${message.id}>
    <article aria-label=${`${shownName}: ${message.content.slice(0, 60)}`}>
      <${Above} message=${message} />
      ${!ephemeral && html`<${MessageMenu} message=${message} />`}
      ${!follows && html`<${Avatar} id=${message.author.id} name=${shownName} bot=${message.author.bot} />`}
      ${
        !follows &&
        html`<div class="message-head">
          <span class="message-author" style=${color ? { '--role': cssColor(color) } : {}}>${shownName}</span>
          ${message.author.bot && html`<span class="tag">App</span>`}
          <span class="message-time"><${Timestamp} date=${new Date(message.timestamp)} format="t" /></span>
        </div>`
      }
      <div class="message-body">
        ${isSystem(message) ? html`<${SystemMessage} message=${message} name=${shownName} />` : html`<${Body} message=${message} name=${shownName} />`}
        ${failure && html`<p class="dv-failure"><${Icon} name="alert" />${failure}</p>`}
        ${
          ephemeral &&
          html`<p class="private-note">
            <${Icon} name="eye" /> Only you can see this ·
            <button type="button" class="link-button" onClick=${() => void dismiss(message.id)}>
              Dismiss message
            </button>
          </p>`
        }
      </div>
    </article>
  </li>`;
}

/** @param {{message: Message, name: string}} props */
function Body({ message, name }) {
  if (((message.flags ?? 0) & LOADING) !== 0) {
    return html`<p class="thinking">
      <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${name} is thinking…
    </p>`;
  }
  const edited =
    message.edited_timestamp && html`<p class="edited" title=${message.edited_timestamp}>(edited)</p>`;
  return html`
    ${message.content && html`<${Markdown} text=${message.content} />${edited}`}
    ${message.embeds.map((embed, at) => html`<${EmbedCard} key=${at} embed=${embed} />`)}
    ${message.attachments.map((file) => html`<p key=${file.id} class="file"><${Icon} name="out" /><a href=${new URL(file.url).pathname} download>${file.filename}</a></p>`)}
    ${!message.content && edited}
    <${Components} message=${message} />
    ${message.reactions && message.reactions.length > 0 && html`<${Reactions} message=${message} />`}
    ${message.thread && html`<${ThreadLink} id=${message.thread.id} />`}
  `;
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

/** @param {Message} message @param {string | null} me @param {string[]} roles */
function isMentioned(message, me, roles) {
  if (!me || message.author.id === me) return false;
  return (
    message.mention_everyone ||
    message.mentions.some((user) => user.id === me) ||
    message.mention_roles.some((role) => roles.includes(role))
  );
}
