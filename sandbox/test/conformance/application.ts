import { control } from '../support/http.js';
import { PNG } from '../support/pictures.js';
import type { Sandbox } from '../../src/index.js';
import type { State, Step } from './drive.js';

const GLOBAL = '/applications/{application_id}/commands';
const LOCAL = '/applications/{application_id}/guilds/{guild_id}/commands';
const HOOK = '/webhooks/{webhook_id}/{webhook_token}';
const command = {
  name: 'event',
  description: 'Events',
  name_localizations: { fr: 'evenement' },
  options: [{ type: 3, name: 'id', description: 'Which', required: true }],
};
const permissions = { permissions: [{ id: '$role_id', type: 1, permission: false }] };
const SCOPES =
  'identify email guilds guilds.join guilds.members.read applications.commands.permissions.update';

const commandSteps = (base: string, id: string): Step[] => [
  { op: `PUT ${base}`, body: [command] },
  { op: `POST ${base}`, body: { name: 'ping', description: 'x' }, status: 201, keep: id },
  { op: `POST ${base}`, body: { name: 'PING', description: 'x' }, status: 400 },
  { op: `GET ${base}`, query: 'with_localizations=true' },
  { op: `GET ${base}/{command_id}`, with: { command_id: id } },
  { op: `PATCH ${base}/{command_id}`, with: { command_id: id }, body: { description: 'y' } },
];

/** A user gives the application a code, without a browser. */
async function authorize(state: State, sandbox: Sandbox): Promise<void> {
  const body = { user_id: state['owner_id'], redirect_uri: 'http://127.0.0.1/back', scope: SCOPES };
  const { body: answer } = await control<{ code: string }>(sandbox, 'POST', '/oauth2/authorize', body);
  state['code'] = answer.code;
}

/** Somebody uses a command; the bot's answer is what the steps after it give. */
async function use(state: State, sandbox: Sandbox): Promise<void> {
  const arrived = new Promise<void>((resolve) => {
    const stop = sandbox.context.bus.subscribe((signal) => {
      if (signal.kind !== 'dispatch' || signal.t !== 'INTERACTION_CREATE') return;
      const { id, token } = signal.d as { id: string; token: string };
      Object.assign(state, { interaction_id: id, interaction_token: token });
      stop();
      resolve();
    });
  });
  const { guild_id, channel_id, user_id } = state;
  const use = { guild_id, channel_id, user_id, name: 'ping' };
  void control(sandbox, 'POST', '/interactions/command', use);
  await arrived;
}

const byInteraction = { webhook_id: 'application_id', webhook_token: 'interaction_token' };
const ofFollowUp = { ...byInteraction, message_id: 'follow_up_id' };
const client = { client_id: '$application_id', client_secret: '$client_secret' };
const form = { form: true, auth: 'none' as const };

const address = 'https://example.test/x';
const sender = { id: 1, login: 'ada', html_url: address, avatar_url: address };
const repository = { id: 1, html_url: address, name: 'ship', full_name: 'crew/ship' };
const issue = { id: 1, number: 7, html_url: address, user: sender, title: 'Leak', body: 'Water' };

/** The application, its commands, interactions, webhooks, users, direct messages and OAuth2. */
export const applicationSteps: Step[] = [
  { op: 'GET /gateway', auth: 'none' },
  { op: 'GET /gateway/bot' },
  { op: 'GET /gateway/bot', auth: 'none', status: 401 },
  { op: 'GET /applications/@me' },
  { op: 'PATCH /applications/@me', body: { interactions_endpoint_url: null } },
  {
    op: 'PATCH /applications/@me',
    body: {
      description: { default: 'Events' },
      icon: PNG,
      tags: ['events'],
      custom_install_url: 'https://example.test/install',
      role_connections_verification_url: 'https://example.test/verify',
      install_params: { scopes: ['bot'], permissions: 8 },
      integration_types_config: { '0': { oauth2_install_params: { scopes: ['bot'], permissions: 8 } } },
      explicit_content_filter: 1,
    },
  },
  { op: 'PATCH /applications/@me', body: { tags: ['x'.repeat(21)] }, status: 400 },
  { op: 'GET /oauth2/applications/@me' },
  ...commandSteps(GLOBAL, 'global_command_id'),
  ...commandSteps(LOCAL, 'command_id'),
  {
    op: 'POST /interactions/{interaction_id}/{interaction_token}/callback',
    auth: 'none',
    query: 'with_response=true',
    before: use,
    body: { type: 12 },
    after: ({ interaction }, state) => {
      state['instance_id'] = (interaction as { activity_instance_id: string }).activity_instance_id;
    },
  },
  { op: 'GET /applications/{application_id}/activity-instances/{instance_id}' },
  {
    op: 'POST /interactions/{interaction_id}/{interaction_token}/callback',
    auth: 'none',
    query: 'with_response=true',
    before: use,
    body: { type: 4, data: { content: 'Pong' } },
  },
  {
    op: `POST ${HOOK}`,
    with: byInteraction,
    body: { content: 'And more' },
    auth: 'none',
    keep: 'follow_up_id',
  },
  { op: `GET ${HOOK}/messages/@original`, with: byInteraction, auth: 'none' },
  { op: `PATCH ${HOOK}/messages/@original`, with: byInteraction, body: { content: 'Pong!' }, auth: 'none' },
  { op: `DELETE ${HOOK}/messages/@original`, with: byInteraction, auth: 'none', status: 204 },
  { op: `GET ${HOOK}/messages/{message_id}`, with: ofFollowUp, auth: 'none' },
  { op: 'POST /channels/{channel_id}/webhooks', body: { name: 'Herald' }, keep: 'webhook_id' },
  { op: 'POST /channels/{channel_id}/webhooks', body: { name: 'Clyde' }, status: 400 },
  { op: 'GET /channels/{channel_id}/webhooks' },
  { op: 'GET /guilds/{guild_id}/webhooks' },
  {
    op: 'GET /webhooks/{webhook_id}',
    after: (answer, state) => {
      state['webhook_token'] = String(answer['token']);
    },
  },
  { op: 'PATCH /webhooks/{webhook_id}', body: { name: 'Crier' } },
  { op: `GET ${HOOK}`, auth: 'none' },
  { op: `GET ${HOOK}`, auth: 'none', with: { webhook_token: 'x' }, status: 401 },
  { op: `PATCH ${HOOK}`, auth: 'none', body: { name: 'Town crier' } },
  { op: `POST ${HOOK}`, auth: 'none', body: { content: 'Hear ye' }, status: 204 },
  {
    op: `POST ${HOOK}`,
    auth: 'none',
    query: 'wait=true',
    body: { content: 'Hear ye', username: 'Bell' },
    keep: 'hook_message_id',
  },
  { op: `GET ${HOOK}/messages/{message_id}`, auth: 'none', with: { message_id: 'hook_message_id' } },
  {
    op: `PATCH ${HOOK}/messages/{message_id}`,
    auth: 'none',
    with: { message_id: 'hook_message_id' },
    body: { content: 'All is well' },
  },
  {
    op: `DELETE ${HOOK}/messages/{message_id}`,
    auth: 'none',
    with: { message_id: 'hook_message_id' },
    status: 204,
  },
  {
    op: `POST ${HOOK}/slack`,
    auth: 'none',
    body: { text: 'Hear ye', attachments: [{ title: 'Raid', color: '#36a64f', ts: 1 }] },
  },
  {
    op: `POST ${HOOK}/github`,
    auth: 'none',
    headers: { 'x-github-event': 'issues' },
    body: { action: 'opened', sender, repository, issue },
    status: 204,
  },
  { op: `DELETE ${HOOK}`, auth: 'none', status: 204 },
  { op: 'POST /channels/{channel_id}/webhooks', body: { name: 'Herald' }, keep: 'webhook_id' },
  { op: 'DELETE /webhooks/{webhook_id}', status: 204 },
  {
    op: 'POST /oauth2/token',
    ...form,
    before: authorize,
    body: {
      ...client,
      grant_type: 'authorization_code',
      code: '$code',
      redirect_uri: 'http://127.0.0.1/back',
    },
    after: (answer, state) => {
      state['access_token'] = String(answer['access_token']);
    },
  },
  {
    op: 'PUT /guilds/{guild_id}/members/{user_id}',
    with: { user_id: 'owner_id' },
    body: { access_token: '$access_token' },
    status: 204,
  },
  {
    op: 'PUT /guilds/{guild_id}/members/{user_id}',
    body: { access_token: '$access_token' },
    status: 401,
  },
  { op: 'GET /oauth2/@me', auth: 'bearer' },
  { op: 'GET /users/@me', auth: 'bearer' },
  { op: 'GET /users/@me/guilds', auth: 'bearer', query: 'with_counts=true' },
  { op: 'GET /users/@me/guilds/{guild_id}/member', auth: 'bearer' },
  { op: `PUT ${LOCAL}/{command_id}/permissions`, auth: 'bearer', body: permissions },
  { op: `PUT ${LOCAL}/{command_id}/permissions`, body: permissions, status: 403 },
  { op: `GET ${LOCAL}/{command_id}/permissions` },
  { op: `GET ${LOCAL}/permissions` },
  { op: `DELETE ${LOCAL}/{command_id}`, status: 204 },
  { op: `DELETE ${GLOBAL}/{command_id}`, with: { command_id: 'global_command_id' }, status: 204 },
  { op: 'POST /oauth2/token/revoke', ...form, body: { ...client, token: '$access_token' } },
  { op: 'GET /users/@me', auth: 'bearer', status: 401 },
  { op: 'GET /users/@me' },
  { op: 'PATCH /users/@me', body: { username: 'VerseLink' } },
  { op: 'GET /users/@me/guilds', query: 'limit=10' },
  { op: 'GET /users/{user_id}' },
  { op: 'POST /users/@me/channels', body: { recipient_id: '$user_id' }, keep: 'dm_id' },
  { op: 'POST /channels/{channel_id}/messages', with: { channel_id: 'dm_id' }, body: { content: 'Hi' } },
  { op: 'GET /channels/{channel_id}', with: { channel_id: 'dm_id' } },
  { op: 'DELETE /users/@me/guilds/{guild_id}', status: 204 },
];
