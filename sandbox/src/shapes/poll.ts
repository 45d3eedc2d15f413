import type { APIPoll } from 'discord-api-types/v10';
import type { PollRecord } from '../world/records.js';

/** A poll in Discord's own form; `viewerId` decides what `me_voted` says. */
export function pollShape(poll: PollRecord, viewerId: string): APIPoll {
  return {
    question: { text: poll.question },
    answers: poll.answers.map(({ answer_id, poll_media }) => ({ answer_id, poll_media })),
    expiry: poll.expiry,
    allow_multiselect: poll.allow_multiselect,
    layout_type: 1,
    results: {
      is_finalized: poll.is_finalized,
      answer_counts: poll.answers.map(({ answer_id, voter_ids }) => ({
        id: answer_id,
        count: voter_ids.length,
        me_voted: voter_ids.includes(viewerId),
      })),
    },
  };
}
