/** Who reacted to a message, or voted in its poll. */
import { html } from '../lib/html.js';
import { plural } from 'discord-view/format.js';
import { Avatar } from 'discord-view/avatar.js';
import { Emoji } from 'discord-view/emoji.js';
import { messageOf } from '../state/messages.js';
import { nameOf, useApp } from '../state/store.js';
import { Dialog } from './dialog.js';

/** @typedef {import('../types').Message} Message */
/** @typedef {{key: string, emoji?: import('../types').Emoji | undefined, text?: string | undefined, ids: string[]}} Group */

/** @param {Message} message @returns {Group[]} */
const reactors = (message) =>
  (message.reactions ?? []).map(({ emoji, user_ids = [] }) => ({
    key: emoji.id ?? emoji.name ?? '',
    emoji,
    ids: user_ids,
  }));

/** @param {Message} message @returns {Group[]} */
const voters = (message) =>
  (message.poll?.answers ?? []).map(({ answer_id, poll_media: { text, emoji } }) => ({
    key: String(answer_id),
    emoji,
    text,
    ids: message.votes?.[answer_id] ?? [],
  }));

/** @param {{place: {kind: 'reactions' | 'votes', channel_id: string, message_id: string}}} props */
export function WhoDialog({ place }) {
  const message = useApp((state) => messageOf(state, place));
  const groups = message ? (place.kind === 'votes' ? voters(message) : reactors(message)) : [];
  return html`<${Dialog} title=${place.kind === 'votes' ? 'Who voted' : 'Who reacted'}>
    ${groups.length === 0 && html`<p class="dv-muted">Nobody any more.</p>`}
    ${groups.map(
      ({ key, emoji, text, ids }) =>
        html`<section key=${key} class="who">
          <h3>${emoji && html`<${Emoji} emoji=${emoji} />${' '}`}${text ?? (emoji?.id ? emoji.name : '')} — ${place.kind === 'votes' ? plural(ids.length, 'vote') : ids.length}</h3>
          <ul>
            ${ids.map((id) => html`<li key=${id}><${Person} id=${id} /></li>`)}
          </ul>
        </section>`,
    )}
  <//>`;
}

/** @param {{id: string}} props */
function Person({ id }) {
  const name = useApp((state) => nameOf(state, id));
  const bot = useApp((state) => state.bot?.id === id);
  return html`<span class="who-person"><${Avatar} id=${id} name=${name} bot=${bot} size="small" />${name}</span>`;
}
