import { control } from '../support/http.js';
import type { State, Step } from './drive.js';

const LOBBY = '/lobbies/{lobby_id}';
const bearer = { auth: 'bearer' as const };
const client = { client_id: '$application_id', client_secret: '$client_secret' };
const external = { external_auth_token: 'x', external_auth_type: 'OIDC' };
const player = {
  external_auth_token: '$player_token',
  external_auth_type: 'DISCORD_BOT_ISSUED_ACCESS_TOKEN',
};
const UNMERGE = '/partner-sdk/provisional-accounts/unmerge';
const DM = '/partner-sdk/dms/{user_id_1}/{user_id_2}/messages/{message_id}/moderation-metadata';
const inDm = { user_id_1: 'user_id', user_id_2: 'bob_id', message_id: '1' };

/** Somebody lets the application act for them in its game. */
const authorized = (user: string, token: string, more: State = {}): Step => ({
  op: 'POST /oauth2/token',
  form: true,
  auth: 'none',
  before: async (state, sandbox) => {
    const given = { user_id: state[user], redirect_uri: BACK, scope: 'sdk.social_layer gdm.join' };
    const { body } = await control<{ code: string }>(sandbox, 'POST', '/oauth2/authorize', given);
    state['code'] = body.code;
  },
  body: { ...client, grant_type: 'authorization_code', code: '$code', redirect_uri: BACK, ...more },
  after: (answer, state: State) => {
    state[token] = String(answer['access_token']);
  },
});
const BACK = 'http://127.0.0.1/back';

/** What a game’s players do together: lobbies, groups of direct messages, accounts of the game alone. */
export const lobbySteps: Step[] = [
  authorized('bob_id', 'bob_token'),
  authorized('user_id', 'access_token'),
  {
    op: 'POST /users/@me/channels',
    body: { access_tokens: ['$access_token'] },
    keep: 'group_id',
  },
  {
    op: 'PUT /channels/{channel_id}/recipients/{user_id}',
    with: { channel_id: 'group_id', user_id: 'bob_id' },
    body: { access_token: '$bob_token' },
    status: 201,
  },
  {
    op: 'PUT /channels/{channel_id}/recipients/{user_id}',
    body: { access_token: '$bob_token' },
    status: 400,
  },
  { op: 'PATCH /channels/{channel_id}', with: { channel_id: 'group_id' }, body: { name: 'Crew' } },
  { op: 'POST /channels/{channel_id}/messages', with: { channel_id: 'group_id' }, body: { content: 'Hi' } },
  {
    op: 'DELETE /channels/{channel_id}/recipients/{user_id}',
    with: { channel_id: 'group_id', user_id: 'bob_id' },
    status: 204,
  },
  {
    op: 'POST /applications/{application_id}/attachment',
    upload: { field: 'file', filename: 'a.txt', type: 'text/plain', data: Buffer.from('a') },
  },
  { op: 'POST /applications/{application_id}/attachment', body: {}, status: 400 },
  {
    op: 'POST /lobbies',
    body: { metadata: { map: 'Yela' }, idle_timeout_seconds: 60, members: [{ id: '$bob_id' }] },
    status: 201,
    keep: 'lobby_id',
  },
  { op: 'POST /lobbies', body: { members: [{ id: '1' }] }, status: 404 },
  { op: `PATCH ${LOBBY}`, body: { metadata: { map: 'Daymar' } } },
  { op: `PUT ${LOBBY}/members/{user_id}`, body: { flags: 1, additional_name: 'Ada' } },
  { op: `POST ${LOBBY}/members/bulk`, body: [{ id: '$carl_id' }, { id: '$bob_id', remove_member: true }] },
  { op: `PATCH ${LOBBY}/channel-linking`, ...bearer, body: { channel_id: '$channel_id' }, status: 403 },
  {
    op: `PATCH ${LOBBY}/channel-linking`,
    ...bearer,
    before: (state, { context: { world } }) => {
      // Who links a channel manages it.
      const everyone = world.roles.get(state['guild_id'] ?? '');
      if (everyone) world.roles.patch(everyone, { permissions: '8' });
    },
    body: { channel_id: '$channel_id' },
  },
  { op: `GET ${LOBBY}` },
  { op: `POST ${LOBBY}/messages`, ...bearer, body: { content: 'Ready?' }, status: 201, keep: 'said_id' },
  { op: `POST ${LOBBY}/messages`, body: { content: 'Ready?' }, status: 403 },
  {
    op: `PUT ${LOBBY}/messages/{message_id}/moderation-metadata`,
    with: { message_id: 'said_id' },
    body: { verdict: 'fine' },
    status: 204,
  },
  { op: `GET ${LOBBY}/messages`, query: 'limit=5' },
  { op: `POST ${LOBBY}/members/{user_id}/invites` },
  { op: `POST ${LOBBY}/members/@me/invites`, ...bearer },
  { op: `DELETE ${LOBBY}/members/{user_id}`, with: { user_id: 'carl_id' }, status: 204 },
  { op: `DELETE ${LOBBY}/members/@me`, ...bearer, status: 204 },
  { op: `GET ${LOBBY}/messages`, ...bearer, status: 403 },
  { op: `DELETE ${LOBBY}`, status: 204 },
  { op: `GET ${LOBBY}`, status: 404 },
  { op: 'PUT /lobbies', ...bearer, body: { secret: 'sesame', lobby_metadata: { map: 'Hurston' } } },
  { op: 'PUT /lobbies', body: { secret: 'sesame' }, status: 403 },
  {
    op: 'POST /partner-sdk/token/bot',
    body: { external_user_id: 'player-1', preferred_global_name: 'Player' },
    after: (answer, state: State) => {
      state['player_token'] = String(answer['access_token']);
    },
  },
  { op: 'POST /partner-sdk/token', auth: 'none', body: { ...client, ...player } },
  { op: 'POST /partner-sdk/token', auth: 'none', body: { ...client, ...external }, status: 400 },
  {
    op: 'POST /partner-sdk/token',
    auth: 'none',
    body: { ...client, ...player, client_secret: 'x' },
    status: 400,
  },
  { op: `POST ${UNMERGE}/bot`, body: { external_user_id: 'player-1' }, status: 400 },
  { op: `POST ${UNMERGE}/bot`, body: { external_user_id: 'player-2' }, status: 404 },
  authorized('bob_id', 'bob_token', player),
  { op: `POST ${UNMERGE}`, auth: 'none', body: { ...client, ...player }, status: 204 },
  {
    op: 'POST /partner-sdk/token/bot',
    body: { external_user_id: 'player-1' },
    after: (answer, state: State) => {
      state['player_token'] = String(answer['access_token']);
    },
  },
  authorized('bob_id', 'bob_token', player),
  { op: 'POST /partner-sdk/token/bot', body: { external_user_id: 'player-1' }, status: 400 },
  { op: `POST ${UNMERGE}/bot`, body: { external_user_id: 'player-1' }, status: 204 },
  {
    op: `PUT ${DM}`,
    with: inDm,
    body: { verdict: 'fine' },
    status: 404,
    why: 'users write to one another by a game’s own client, which the sandbox has none of',
  },
];
