/** One message: who and when, what it answers, and what it holds. */
import { html } from '../lib/html.js';
import { cssColor } from 'discord-view/format.js';
import { dismiss } from '../state/actions.js';
import { colorOf, nameOf, useApp } from '../state/store.js';
import { Avatar } from 'discord-view/avatar.js';
import { Icon } from 'discord-view/icon.js';
import { MessageBody } from './message-body.js';
import { Above, SystemMessage, isSystem } from './message-context.js';
import { MessageMenu } from './message-menu.js';
import { PollResult } from './poll.js';
import { Timestamp } from 'discord-view/timestamp.js';

/** @typedef {import('../types').Message} Message */

const EPHEMERAL = 64;
const POLL_RESULT = 46;

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
  const kind = message.type === POLL_RESULT ? PollResult : isSystem(message) ? SystemMessage : MessageBody;
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
        <${kind} message=${message} name=${shownName} />
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

/** @param {Message} message @param {string | null} me @param {string[]} roles */
function isMentioned(message, me, roles) {
  if (!me || message.author.id === me) return false;
  return (
    message.mention_everyone ||
    message.mentions.some((user) => user.id === me) ||
    message.mention_roles.some((role) => roles.includes(role))
  );
}
