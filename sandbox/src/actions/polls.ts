import { MessageReferenceType, MessageType, type APIEmbed } from 'discord-api-types/v10';
import { refuse } from '../errors.js';
import { findAnswer, hasPoll, type PollMessage } from '../rules/polls.js';
import type { Parts } from '../world/parts.js';
import type { MessageRecord, PollRecord } from '../world/records.js';
import type { Timed } from '../world/timers.js';
import { announce, createMessage, NO_DRAFT } from './messages.js';

/** Somebody votes; where only one answer may be chosen, their vote for another is taken back. 520001 when it is over. */
export function addVote(parts: Parts, message: PollMessage, answerId: number, userId: string): void {
  if (message.poll.is_finalized) throw refuse(520001);
  findAnswer(message, answerId);
  const others = message.poll.allow_multiselect ? [] : message.poll.answers;
  let current = message;
  for (const { answer_id, voter_ids } of others) {
    if (answer_id !== answerId && voter_ids.includes(userId))
      current = removeVote(parts, current, answer_id, userId);
  }
  if (findAnswer(current, answerId).voter_ids.includes(userId)) return;
  setVoters(parts, current, answerId, (ids) => [...ids, userId]);
  tell(parts, message, 'MESSAGE_POLL_VOTE_ADD', answerId, userId);
}

/** Somebody takes a vote back; nothing happens without one. 520001 when the poll is over. */
export function removeVote(
  parts: Parts,
  message: PollMessage,
  answerId: number,
  userId: string,
): PollMessage {
  if (message.poll.is_finalized) throw refuse(520001);
  if (!findAnswer(message, answerId).voter_ids.includes(userId)) return message;
  const changed = setVoters(parts, message, answerId, (ids) => ids.filter((id) => id !== userId));
  tell(parts, message, 'MESSAGE_POLL_VOTE_REMOVE', answerId, userId);
  return changed;
}

function setVoters(
  { world }: Parts,
  message: PollMessage,
  answerId: number,
  change: (ids: string[]) => string[],
): PollMessage {
  const answers = message.poll.answers.map((answer) =>
    answer.answer_id === answerId ? { ...answer, voter_ids: change(answer.voter_ids) } : answer,
  );
  return world.messages.patch(message, { poll: { ...message.poll, answers } }) as PollMessage;
}

function tell(
  { bus }: Parts,
  message: PollMessage,
  name: 'MESSAGE_POLL_VOTE_ADD' | 'MESSAGE_POLL_VOTE_REMOVE',
  answerId: number,
  userId: string,
): void {
  const { channel_id, guild_id, id } = message;
  const place = guild_id === null ? {} : { guild_id };
  bus.dispatch(name, { user_id: userId, channel_id, message_id: id, ...place, answer_id: answerId }, message);
}

/** Ends a poll: its votes are counted for good, and the channel hears of the result. */
export function endPoll(parts: Parts, message: PollMessage): PollMessage {
  const { world } = parts;
  const ended = Math.min(world.clock(), Date.parse(message.poll.expiry));
  const expiry = ended === Date.parse(message.poll.expiry) ? message.poll.expiry : world.now();
  const poll = { ...message.poll, is_finalized: true, expiry };
  const changed = world.messages.patch(message, { poll }) as PollMessage;
  announce(parts, changed, 'update');
  const channel = world.channels.get(message.channel_id);
  const place = { channel_id: message.channel_id, message_id: message.id };
  const reference = { type: MessageReferenceType.Default, ...place };
  const draft = { ...NO_DRAFT, reference, embeds: [resultEmbed(poll)] };
  if (channel)
    createMessage(parts, channel, draft, { authorId: message.author_id, type: MessageType.PollResult });
  return changed;
}

/** Ends the polls whose time is over. */
export const pollTimes: Timed = {
  nextAt: (world) => Math.min(...world.openPolls.of('open').map(endOf)),
  run: (parts) => {
    for (const message of parts.world.openPolls.of('open')) {
      if (hasPoll(message) && endOf(message) <= parts.world.clock()) endPoll(parts, message);
    }
  },
};

function endOf({ poll }: MessageRecord): number {
  return poll ? Date.parse(poll.expiry) : Infinity;
}

/** What the message of the result says: which answer won, unless several have as many votes. */
function resultEmbed({ question, answers }: PollRecord): APIEmbed {
  const counts = answers.map((answer) => answer.voter_ids.length);
  const most = Math.max(...counts);
  const best = most === 0 ? [] : answers.filter((answer) => answer.voter_ids.length === most);
  const winner = best.length === 1 ? best[0] : undefined;
  const { text, emoji } = winner?.poll_media ?? {};
  const fields: Record<string, string | null | undefined> = {
    poll_question_text: question,
    victor_answer_votes: String(most),
    total_votes: String(counts.reduce((sum, count) => sum + count, 0)),
    victor_answer_id: winner && String(winner.answer_id),
    victor_answer_text: text,
    victor_answer_emoji_id: emoji?.id,
    victor_answer_emoji_name: emoji?.name,
  };
  const told = Object.entries(fields).flatMap(([name, value]) =>
    value ? [{ name, value, inline: false }] : [],
  );
  return { type: 'poll_result', fields: told } as unknown as APIEmbed;
}
