import type { APIPollMedia } from 'discord-api-types/v10';
import { refuse } from '../errors.js';
import type { Reader } from '../validation/reader.js';
import type { MessageRecord, PollRecord } from '../world/records.js';
import { isoTime, type World } from '../world/world.js';

const HOUR_MS = 3_600_000;
const DEFAULT_HOURS = 24;
/** 32 days. */
const MOST_HOURS = 768;
const MOST_ANSWERS = 10;
const LONGEST_ANSWER = 55;

/** Reads the poll of a new message. */
export function readPoll(world: World, body: Reader): PollRecord | undefined {
  const poll = body.object('poll', { nullable: true });
  if (!poll) return undefined;
  const question = poll.object('question', { required: true });
  const answers = poll.objects('answers', { required: true, min: 1, max: MOST_ANSWERS }) ?? [];
  const hours = poll.integer('duration', { nullable: true, min: 1, max: MOST_HOURS }) ?? DEFAULT_HOURS;
  const several = poll.boolean('allow_multiselect', { nullable: true }) ?? false;
  poll.integer('layout_type', { nullable: true, choices: [1] });
  return {
    question: question?.string('text', { required: true, min: 1, max: 300 }) ?? '',
    answers: answers.map((answer, i) => ({
      answer_id: i + 1,
      poll_media: readMedia(world, answer.object('poll_media', { required: true })),
      voter_ids: [],
    })),
    allow_multiselect: several,
    expiry: isoTime(world.clock() + hours * HOUR_MS),
    is_finalized: false,
  };
}

function readMedia(world: World, media: Reader | null | undefined): APIPollMedia {
  const text = media?.string('text', { nullable: true, min: 1, max: LONGEST_ANSWER });
  const emoji = media?.object('emoji', { nullable: true });
  const id = emoji?.snowflake('id', { nullable: true });
  const known = id ? world.emojis.get(id) : undefined;
  if (id && !known) emoji?.fault('id', 'POLL_EMOJI_INVALID', 'Unknown Emoji');
  const name = known?.name ?? emoji?.string('name', { nullable: true, max: 32 }) ?? null;
  return {
    ...(typeof text === 'string' ? { text } : {}),
    ...(emoji ? { emoji: { id: known?.id ?? null, name } } : {}),
  };
}

/** A message that has a poll. */
export type PollMessage = MessageRecord & { poll: PollRecord };

/** Whether a message has a poll. */
export function hasPoll(message: MessageRecord): message is PollMessage {
  return message.poll !== undefined;
}

/** The answer of a poll with a number; Discord answers as if the message were not there (10008). */
export function findAnswer({ poll }: PollMessage, answerId: number): PollRecord['answers'][number] {
  const answer = poll.answers.find((one) => one.answer_id === answerId);
  if (!answer) throw refuse(10008);
  return answer;
}
