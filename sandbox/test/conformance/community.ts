import { putUser } from '../../src/actions/guilds.js';
import { control } from '../support/http.js';
import { PNG } from '../support/pictures.js';
import type { Step } from './drive.js';

const STICKERS = '/guilds/{guild_id}/stickers';
const SOUNDS = '/guilds/{guild_id}/soundboard-sounds';
const RULES = '/guilds/{guild_id}/auto-moderation/rules';
const TEMPLATES = '/guilds/{guild_id}/templates';
const picture = Buffer.from(PNG.split(',')[1] ?? '', 'base64');
const sticker = { field: 'file', filename: 'idris.png', type: 'image/png', data: picture };
const ids = {
  field: 'target_users_file',
  filename: 'users.csv',
  type: 'text/csv',
  data: Buffer.from('123\n456'),
};
const keepCode = { after: keep('code') };

function keep(field: string, as = field): NonNullable<Step['after']> {
  return (answer, state) => {
    state[as] = String(answer[field]);
  };
}

const inviteSteps: Step[] = [
  {
    op: 'POST /channels/{channel_id}/invites',
    body: { max_age: 60, max_uses: 5, unique: true },
    ...keepCode,
  },
  { op: 'POST /channels/{channel_id}/invites', body: { max_age: -1 }, status: 400 },
  { op: 'GET /channels/{channel_id}/invites' },
  { op: 'GET /guilds/{guild_id}/invites' },
  { op: 'GET /invites/{code}', query: 'with_counts=true', auth: 'none' },
  { op: 'GET /invites/{code}/target-users', status: 404 },
  { op: 'GET /invites/{code}/target-users/job-status', status: 404 },
  { op: 'PUT /invites/{code}/target-users', upload: ids, status: 204 },
  { op: 'GET /invites/{code}/target-users' },
  { op: 'GET /invites/{code}/target-users/job-status' },
  { op: 'DELETE /invites/{code}' },
  { op: 'GET /invites/{code}', status: 404 },
  { op: 'GET /guilds/{guild_id}/vanity-url' },
];

const expressionSteps: Step[] = [
  { op: 'GET /sticker-packs' },
  { op: 'GET /sticker-packs/{pack_id}', with: { pack_id: '847199849233514549' } },
  { op: 'GET /stickers/{sticker_id}', with: { sticker_id: '749054660769218631' } },
  {
    op: `POST ${STICKERS}`,
    body: { name: 'idris', tags: 'ship', description: 'A frigate' },
    upload: sticker,
    status: 201,
    keep: 'sticker_id',
  },
  { op: `GET ${STICKERS}` },
  { op: `GET ${STICKERS}/{sticker_id}` },
  { op: 'GET /stickers/{sticker_id}' },
  { op: `PATCH ${STICKERS}/{sticker_id}`, body: { name: 'javelin' } },
  { op: 'POST /channels/{channel_id}/messages', body: { sticker_ids: ['$sticker_id'] } },
  { op: 'GET /guilds/{guild_id}' },
  { op: `DELETE ${STICKERS}/{sticker_id}`, status: 204 },
  { op: `GET ${STICKERS}/{sticker_id}`, status: 404 },
  { op: 'GET /soundboard-default-sounds' },
  {
    op: `POST ${SOUNDS}`,
    body: { name: 'alarm', sound: 'data:audio/ogg;base64,T2dnUw==', emoji_name: '🚨' },
    status: 201,
    after: keep('sound_id'),
  },
  { op: `POST ${SOUNDS}`, body: { name: 'alarm', sound: 'none' }, status: 400 },
  { op: `GET ${SOUNDS}` },
  { op: `GET ${SOUNDS}/{sound_id}` },
  { op: `PATCH ${SOUNDS}/{sound_id}`, body: { volume: 0.5 } },
  {
    op: 'POST /channels/{channel_id}/send-soundboard-sound',
    with: { channel_id: 'voice_id' },
    body: { sound_id: '$sound_id' },
    before: async (state, sandbox) => {
      const path = `/guilds/${state['guild_id'] ?? ''}/voice-states/${state['application_id'] ?? ''}`;
      await control(sandbox, 'PUT', path, { channel_id: state['voice_id'] });
    },
    status: 204,
  },
  { op: `DELETE ${SOUNDS}/{sound_id}`, status: 204 },
];

const moderationSteps: Step[] = [
  {
    op: `POST ${RULES}`,
    body: {
      name: 'No mines',
      event_type: 1,
      trigger_type: 1,
      trigger_metadata: { keyword_filter: ['mine*'], regex_patterns: ['m[i1]ne'] },
      actions: [
        { type: 1, metadata: { custom_message: 'No.' } },
        { type: 2, metadata: { channel_id: '$channel_id' } },
        { type: 3, metadata: { duration_seconds: 60 } },
      ],
      enabled: true,
    },
    keep: 'rule_id',
  },
  ...[
    { trigger_type: 3, event_type: 1 },
    { trigger_type: 4, event_type: 1, trigger_metadata: { presets: [1] } },
    { trigger_type: 5, event_type: 1, trigger_metadata: { mention_total_limit: 5 } },
    {
      trigger_type: 6,
      event_type: 2,
      trigger_metadata: { keyword_filter: ['admin'] },
      actions: [{ type: 4 }],
    },
  ].map((rule): Step => ({ op: `POST ${RULES}`, body: { name: 'Other', ...rule } })),
  { op: `POST ${RULES}`, body: { name: 'Twice', event_type: 1, trigger_type: 3 }, status: 400 },
  { op: `GET ${RULES}` },
  { op: `GET ${RULES}/{rule_id}` },
  { op: `PATCH ${RULES}/{rule_id}`, body: { enabled: false } },
  { op: `DELETE ${RULES}/{rule_id}`, status: 204 },
  { op: `GET ${RULES}/{rule_id}`, status: 404 },
];

const prompt = {
  id: '1',
  title: 'What do you fly?',
  options: [{ title: 'Fighters', role_ids: ['$role_id'] }],
};

const welcomeSteps: Step[] = [
  { op: 'GET /guilds/{guild_id}/welcome-screen', status: 404 },
  {
    op: 'PATCH /guilds/{guild_id}/welcome-screen',
    body: {
      enabled: true,
      description: 'Hi',
      welcome_channels: [{ channel_id: '$channel_id', description: 'Go' }],
    },
  },
  { op: 'GET /guilds/{guild_id}/welcome-screen' },
  { op: 'GET /guilds/{guild_id}/onboarding' },
  {
    op: 'PUT /guilds/{guild_id}/onboarding',
    body: { prompts: [prompt], default_channel_ids: ['$channel_id'] },
  },
  { op: 'PUT /guilds/{guild_id}/onboarding', body: { enabled: true }, status: 400 },
  { op: 'GET /guilds/{guild_id}/new-member-welcome', status: 204 },
  { op: 'GET /guilds/{guild_id}/widget' },
  { op: 'GET /guilds/{guild_id}/widget.json', auth: 'none', status: 403 },
  { op: 'PATCH /guilds/{guild_id}/widget', body: { enabled: true, channel_id: '$channel_id' } },
  { op: 'GET /guilds/{guild_id}/widget.json', auth: 'none' },
  { op: 'GET /guilds/{guild_id}/widget.png', auth: 'none', query: 'style=shield' },
  { op: `POST ${TEMPLATES}`, body: { name: 'Squadron' }, ...keepCode },
  { op: `POST ${TEMPLATES}`, body: { name: 'Again' }, status: 400 },
  { op: `GET ${TEMPLATES}` },
  { op: 'GET /guilds/templates/{code}', auth: 'none' },
  { op: `PATCH ${TEMPLATES}/{code}`, body: { description: 'For all' } },
  { op: `PUT ${TEMPLATES}/{code}` },
  { op: `DELETE ${TEMPLATES}/{code}` },
  { op: 'GET /guilds/templates/{code}', auth: 'none', status: 404 },
];

const managementSteps: Step[] = [
  { op: 'PUT /guilds/{guild_id}/incident-actions', body: { dms_disabled_until: null } },
  { op: 'GET /guilds/{guild_id}/integrations' },
  {
    op: 'DELETE /guilds/{guild_id}/integrations/{integration_id}',
    with: { integration_id: '123' },
    status: 404,
  },
  {
    op: 'DELETE /guilds/{guild_id}/integrations/{integration_id}',
    with: { integration_id: 'other_bot_id' },
    before: (state, { context: { world } }) => {
      const { id } = putUser(world, { username: 'other-bot', bot: true });
      const own = world.members.get(`${state['guild_id'] ?? ''}:${state['application_id'] ?? ''}`);
      if (own) world.members.put({ ...own, id: `${own.guild_id}:${id}`, user_id: id, roles: [] });
      state['other_bot_id'] = id;
    },
    status: 204,
  },
  { op: 'GET /guilds/{guild_id}/prune', query: 'days=30' },
  { op: 'POST /guilds/{guild_id}/prune', body: { days: 30, compute_prune_count: false } },
  {
    op: 'GET /guilds/{guild_id}/requests',
    query: 'status=SUBMITTED',
    before: async (state, sandbox) => {
      const { guild_id = '', bob_id } = state;
      const asked = await control<{ id: string }>(sandbox, 'POST', `/guilds/${guild_id}/requests`, {
        user_id: bob_id,
      });
      state['request_id'] = asked.body.id;
    },
  },
  { op: 'PATCH /guilds/{guild_id}/requests/{request_id}', body: { action: 'APPROVED' } },
  { op: 'GET /guilds/{guild_id}/messages/search', query: 'has=embed&has=-poll&author_type=bot' },
  { op: 'GET /channels/{channel_id}/threads/search', with: { channel_id: 'forum_id' }, query: 'name=Post' },
];

/** Invitations, stickers, sounds, auto-moderation, welcome, widget, templates, and what moderators do. */
export const communitySteps: Step[] = [
  ...inviteSteps,
  ...expressionSteps,
  ...moderationSteps,
  ...welcomeSteps,
  ...managementSteps,
];
