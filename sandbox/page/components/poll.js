/** A poll: its answers to vote for, how many chose each, and when it ends; and what Discord says of its result. */
import { html } from '../lib/html.js';
import { plural } from 'discord-view/format.js';
import { Emoji } from 'discord-view/emoji.js';
import { Icon } from 'discord-view/icon.js';
import { Timestamp } from 'discord-view/timestamp.js';
import { toggleVote } from '../state/people.js';
import { store, useApp } from '../state/store.js';

/** @typedef {import('../types').Message} Message */
/** @typedef {NonNullable<Message['poll']>} PollShape */

/** @param {{message: Message, poll: PollShape}} props */
export function Poll({ message, poll }) {
  const me = useApp((state) => state.me);
  const votes = message.votes ?? {};
  const voters = new Set(Object.values(votes).flat());
  const total = Object.values(votes).reduce((sum, ids) => sum + ids.length, 0);
  const most = Math.max(0, ...Object.values(votes).map((ids) => ids.length));
  const ended = poll.results?.is_finalized === true;
  const id = `poll-${message.id}`;
  return html`<section class="poll" aria-labelledby=${id}>
    <p class="poll-question" id=${id}>${poll.question.text}</p>
    <p class="dv-muted">${ended ? 'This poll has ended' : poll.allow_multiselect ? 'Choose one or more answers' : 'Choose one answer'}</p>
    <ul>
      ${poll.answers.map((answer) => {
        const ids = votes[answer.answer_id] ?? [];
        return html`<li key=${answer.answer_id}>
          <${Answer}
            message=${message}
            answer=${answer}
            count=${ids.length}
            share=${total === 0 ? 0 : Math.round((100 * ids.length) / total)}
            mine=${me !== null && ids.includes(me)}
            won=${ended && ids.length === most && most > 0}
            ended=${ended}
          />
        </li>`;
      })}
    </ul>
    <p class="poll-foot">
      <button
        type="button"
        class="link-button"
        disabled=${voters.size === 0}
        onClick=${() => store.set({ dialog: { kind: 'votes', channel_id: message.channel_id, message_id: message.id } })}
      >
        ${plural(voters.size, 'voter')}</button
      >${' · '}
      ${ended || !poll.expiry ? 'ended' : html`ends${' '}<${Timestamp} date=${new Date(poll.expiry)} format="R" />`}
    </p>
  </section>`;
}

/**
 * @param {{message: Message, answer: PollShape['answers'][number], count: number, share: number, mine: boolean,
 *   won: boolean, ended: boolean}} props
 */
function Answer({ message, answer, count, share, mine, won, ended }) {
  const { text, emoji } = answer.poll_media;
  const face = html`
    <span class="poll-bar" style=${{ '--share': `${share}%` }} aria-hidden="true"></span>
    ${emoji && html`<${Emoji} emoji=${emoji} />`}
    <span class="poll-text">${text}</span>
    ${(mine || won) && html`<${Icon} name="check" />`}
    <span class="poll-count">${plural(count, 'vote')} · ${share} %</span>
  `;
  const kinds = `poll-answer ${won ? 'poll-won' : ''}`;
  if (ended) return html`<div class=${kinds}>${face}</div>`;
  return html`<button
    type="button"
    class=${kinds}
    aria-pressed=${mine}
    onClick=${() => void toggleVote(message, answer.answer_id)}
  >
    ${face}
  </button>`;
}

/** What Discord writes when a poll has ended. @param {{message: Message, name: string}} props */
export function PollResult({ message, name }) {
  const fields = Object.fromEntries(
    (message.embeds[0]?.fields ?? []).map((field) => [field.name, field.value]),
  );
  const winner = fields['victor_answer_text'];
  const all = Number(fields['total_votes'] ?? 0);
  const best = Number(fields['victor_answer_votes'] ?? 0);
  return html`<p class="system">
      <${Icon} name="poll" /><span><strong>${name}</strong>’s poll <strong>${fields['poll_question_text']}</strong> has ended.</span>
    </p>
    <p class="poll-result">
      ${winner ? html`<strong>${fields['victor_answer_emoji_name']} ${winner}</strong> won with ${plural(best, 'vote')} of ${all}.` : all === 0 ? 'Nobody voted.' : 'Several answers have as many votes.'}
    </p>`;
}
