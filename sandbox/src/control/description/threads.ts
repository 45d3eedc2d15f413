import { answer, flag, id, integer, list, object, ref, text, type Operations } from './schemas.js';

const userId = id('Who does it.');

/** Threads, forum posts, webhooks of people, direct messages that somebody opens, and files that they choose. */
export const threadOperations: Operations = {
  'POST /channels/{channel_id}/threads': {
    id: 'startThread',
    summary: 'Lets somebody start a thread, or a post in a forum, as far as they may.',
    body: object(
      {
        user_id: userId,
        name: text('Its name.', { minLength: 1, maxLength: 100 }),
        message_id: id('The message from which it grows.'),
        type: integer('11: everybody comes in, 12: by invitation, which it is unless told.', {
          enum: [10, 11, 12],
        }),
        applied_tags: list(id('A tag of the forum.')),
        message: object({ content: text('The first message of a post.', { maxLength: 2000 }) }),
      },
      ['user_id', 'name'],
    ),
    answer: ref('Channel'),
  },
  'POST /channels/{channel_id}/webhooks': {
    id: 'makeWebhook',
    summary: 'Lets somebody make a webhook of their own, as far as they may.',
    body: object({ user_id: userId, name: text('Its name.', { minLength: 1, maxLength: 80 }) }, [
      'user_id',
      'name',
    ]),
    answer: ref('APIWebhook'),
  },
  'PATCH /threads/{channel_id}': {
    id: 'changeThread',
    summary: 'Lets somebody rename, close, lock, tag or pin a thread or post, as far as they may.',
    body: object(
      {
        user_id: userId,
        name: text('Its name.', { minLength: 1, maxLength: 100 }),
        archived: flag('Whether it is closed.'),
        locked: flag('Whether only moderators may open it.'),
        applied_tags: list(id('A tag of the forum.')),
        flags: integer('2: pinned at the top of the forum.'),
      },
      ['user_id'],
    ),
    answer: ref('Channel'),
  },
  'PUT /threads/{channel_id}/members/{user_id}': {
    id: 'joinThread',
    summary: 'Lets somebody come into a thread that they see.',
  },
  'DELETE /threads/{channel_id}/members/{user_id}': {
    id: 'leaveThread',
    summary: 'Lets somebody leave a thread.',
  },
  'POST /users/{user_id}/dms': {
    id: 'openDirectMessages',
    summary: 'Lets somebody open their direct messages with the bot.',
    answer: answer({ id: id('The channel.'), type: integer('1.') }),
  },
  'POST /uploads': {
    id: 'uploadFile',
    summary: 'Lets somebody choose a file; its id stands in an option of a command or a field of a modal.',
    body: object(
      {
        filename: text('Its name.', { minLength: 1, maxLength: 1024 }),
        content_type: text('Its type.'),
        data: text('Its bytes, in base64.'),
      },
      ['filename', 'data'],
    ),
    answer: answer({ id: id('Its id.'), filename: text('Its name.'), url: text('Where it is served.') }),
  },
};
