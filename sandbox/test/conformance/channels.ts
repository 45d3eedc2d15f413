import type { Step } from './drive.js';

const MESSAGES = '/channels/{channel_id}/messages';
const MESSAGE = `${MESSAGES}/{message_id}`;
const REACTIONS = `${MESSAGE}/reactions`;
const MEMBERS = '/channels/{channel_id}/thread-members';
const button = { type: 1, components: [{ type: 2, style: 1, label: 'Sign up', custom_id: 'signup' }] };
const poll = {
  question: { text: 'When?' },
  answers: [{ poll_media: { text: 'Now', emoji: { name: '🚀' } } }, { poll_media: { text: 'Later' } }],
  duration: 1,
};
const ofAnswer = { message_id: 'poll_id', answer_id: '1' };
const inThread = { channel_id: 'thread_id' };

/** Channels, their overwrites, messages, pins, reactions and threads. */
export const channelSteps: Step[] = [
  { op: 'GET /guilds/{guild_id}/channels' },
  {
    op: 'POST /guilds/{guild_id}/channels',
    body: { name: 'Squadron', type: 4 },
    status: 201,
    keep: 'category_id',
  },
  {
    op: 'POST /guilds/{guild_id}/channels',
    body: { name: 'briefing', type: 0, topic: 'x', parent_id: '$category_id', permission_overwrites: [] },
    status: 201,
    keep: 'briefing_id',
    headers: { 'x-audit-log-reason': encodeURIComponent('pour le départ') },
  },
  { op: 'POST /guilds/{guild_id}/channels', body: { name: 'talk', type: 15 }, status: 201, keep: 'forum_id' },
  { op: 'POST /guilds/{guild_id}/channels', body: { name: 'news', type: 5 }, status: 201, keep: 'news_id' },
  { op: 'POST /guilds/{guild_id}/channels', body: { type: 0 }, status: 400 },
  {
    op: 'PATCH /guilds/{guild_id}/channels',
    body: [{ id: '$briefing_id', position: 3, parent_id: '$category_id', lock_permissions: true }],
    status: 204,
  },
  { op: 'GET /channels/{channel_id}' },
  {
    op: 'PATCH /channels/{channel_id}',
    with: { channel_id: 'forum_id' },
    body: {
      flags: 16,
      available_tags: [
        { name: 'Raid', emoji_name: '🚀' },
        { name: 'Done', moderated: true },
      ],
      default_reaction_emoji: { emoji_name: '👍' },
      default_sort_order: 1,
      default_forum_layout: 2,
      default_tag_setting: 'match_all',
      default_auto_archive_duration: 1_440,
      default_thread_rate_limit_per_user: 5,
    },
    after: (answer, state) => {
      const [first] = answer['available_tags'] as { id: string }[];
      state['tag_id'] = first?.id ?? '';
    },
  },
  { op: 'GET /channels/{channel_id}', with: { channel_id: 'forum_id' } },
  {
    op: 'POST /channels/{channel_id}/threads',
    with: { channel_id: 'forum_id' },
    body: { name: 'Bare', message: { content: 'First' } },
    status: 400,
  },
  { op: 'GET /channels/{channel_id}', with: { channel_id: '123' }, status: 404 },
  {
    op: 'PATCH /channels/{channel_id}',
    with: { channel_id: 'briefing_id' },
    body: { name: 'briefing room' },
  },
  {
    op: 'PUT /channels/{channel_id}/permissions/{overwrite_id}',
    with: { overwrite_id: 'role_id' },
    body: { type: 0, allow: '1024', deny: '0' },
    status: 204,
  },
  {
    op: 'DELETE /channels/{channel_id}/permissions/{overwrite_id}',
    with: { overwrite_id: 'role_id' },
    status: 204,
  },
  {
    op: `POST ${MESSAGES}`,
    body: { content: 'Hello <@$user_id>', embeds: [{ title: 'Raid' }], components: [button], nonce: 'n1' },
    keep: 'message_id',
  },
  { op: `POST ${MESSAGES}`, body: { content: 'Bye' }, keep: 'second_id' },
  { op: `POST ${MESSAGES}`, body: { content: '' }, status: 400 },
  {
    op: `POST ${MESSAGES}`,
    body: { content: 'Sure', message_reference: { message_id: '$message_id' } },
    keep: 'third_id',
  },
  { op: `GET ${MESSAGES}`, query: 'limit=2' },
  { op: `GET ${MESSAGE}` },
  { op: `PATCH ${MESSAGE}`, body: { content: 'Hello again' } },
  { op: `POST ${MESSAGES}`, body: { poll }, keep: 'poll_id' },
  {
    op: 'GET /channels/{channel_id}/polls/{message_id}/answers/{answer_id}',
    with: ofAnswer,
    query: 'limit=5',
  },
  { op: 'POST /channels/{channel_id}/polls/{message_id}/expire', with: { message_id: 'poll_id' } },
  { op: 'POST /channels/{channel_id}/polls/{message_id}/expire', status: 400 },
  { op: `PATCH ${MESSAGE}`, with: { message_id: 'poll_id' }, body: { content: 'x' }, status: 400 },
  {
    op: `POST ${MESSAGES}`,
    body: { message_reference: { type: 1, channel_id: '$channel_id', message_id: '$message_id' } },
  },
  { op: `POST ${MESSAGES}`, body: { content: 'See https://example.test/ship.png' }, keep: 'link_id' },
  { op: `GET ${MESSAGE}`, with: { message_id: 'link_id' } },
  { op: 'POST /channels/{channel_id}/typing', status: 204 },
  { op: `PUT ${REACTIONS}/{emoji_name}/@me`, with: { emoji_name: '👍' }, status: 204 },
  { op: `GET ${REACTIONS}/{emoji_name}`, with: { emoji_name: '👍' }, query: 'limit=5' },
  { op: `GET ${MESSAGE}` },
  { op: `DELETE ${REACTIONS}/{emoji_name}/@me`, with: { emoji_name: '👍' }, status: 204 },
  { op: `DELETE ${REACTIONS}/{emoji_name}/{user_id}`, with: { emoji_name: '👍' }, status: 204 },
  { op: `DELETE ${REACTIONS}/{emoji_name}`, with: { emoji_name: '👍' }, status: 204 },
  { op: `DELETE ${REACTIONS}`, status: 204 },
  { op: `PUT ${MESSAGES}/pins/{message_id}`, status: 204 },
  { op: `GET ${MESSAGES}/pins`, query: 'limit=3' },
  { op: `DELETE ${MESSAGES}/pins/{message_id}`, status: 204 },
  { op: 'PUT /channels/{channel_id}/pins/{message_id}', status: 204 },
  { op: 'GET /channels/{channel_id}/pins' },
  { op: 'DELETE /channels/{channel_id}/pins/{message_id}', status: 204 },
  { op: `POST ${MESSAGES}/bulk-delete`, body: { messages: ['$second_id', '$third_id'] }, status: 204 },
  {
    op: `POST ${MESSAGES}`,
    with: { channel_id: 'news_id' },
    body: { content: 'News' },
    keep: 'news_message_id',
  },
  {
    op: 'POST /channels/{channel_id}/followers',
    with: { channel_id: 'news_id' },
    body: { webhook_channel_id: '$channel_id' },
    keep: 'follower_id',
  },
  { op: 'POST /channels/{channel_id}/followers', body: { webhook_channel_id: '$channel_id' }, status: 400 },
  { op: 'GET /channels/{channel_id}/webhooks' },
  { op: `POST ${MESSAGE}/crosspost`, with: { channel_id: 'news_id', message_id: 'news_message_id' } },
  { op: `POST ${MESSAGE}/threads`, body: { name: 'Questions' }, status: 201, keep: 'thread_id' },
  { op: `POST ${MESSAGE}/threads`, body: { name: 'Questions' }, status: 400 },
  { op: `GET ${MESSAGE}` },
  {
    op: 'POST /channels/{channel_id}/threads',
    body: { name: 'Officers', type: 12, auto_archive_duration: 60 },
    status: 201,
    keep: 'private_id',
  },
  {
    op: 'POST /channels/{channel_id}/threads',
    with: { channel_id: 'forum_id' },
    body: { name: 'Post', message: { content: 'First' }, applied_tags: ['$tag_id'] },
    status: 201,
    keep: 'post_id',
  },
  {
    op: 'PATCH /channels/{channel_id}',
    with: { channel_id: 'post_id' },
    body: { flags: 2, applied_tags: ['$tag_id'] },
  },
  { op: `PUT ${MEMBERS}/@me`, with: inThread, status: 204 },
  { op: `POST ${MEMBERS}/@me`, with: inThread, status: 204 },
  { op: `PUT ${MEMBERS}/{user_id}`, with: inThread, status: 204 },
  { op: `GET ${MEMBERS}`, with: inThread, query: 'with_member=true' },
  { op: `GET ${MEMBERS}/{user_id}`, with: inThread },
  { op: `DELETE ${MEMBERS}/{user_id}`, with: inThread, status: 204 },
  { op: `DELETE ${MEMBERS}/@me`, with: inThread, status: 204 },
  { op: 'GET /guilds/{guild_id}/threads/active' },
  { op: 'PATCH /channels/{channel_id}', with: inThread, body: { archived: true, locked: true } },
  { op: 'PATCH /channels/{channel_id}', with: { channel_id: 'private_id' }, body: { archived: true } },
  { op: `PUT ${MEMBERS}/{user_id}`, with: inThread, status: 400 },
  { op: 'GET /channels/{channel_id}/threads/archived/public', query: 'limit=10' },
  { op: 'GET /channels/{channel_id}/threads/archived/private' },
  { op: 'GET /channels/{channel_id}/users/@me/threads/archived/private' },
  { op: 'DELETE /channels/{channel_id}', with: inThread },
  { op: `DELETE ${MESSAGE}`, status: 204 },
];
