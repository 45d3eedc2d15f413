import type { Step } from './drive.js';

const MEMBER = '/guilds/{guild_id}/members/{user_id}';
const ROLES = '/guilds/{guild_id}/roles';

/** Guilds, members, roles, bans and the audit log. */
export const guildSteps: Step[] = [
  { op: 'GET /guilds/{guild_id}', query: 'with_counts=true' },
  { op: 'GET /guilds/{guild_id}', with: { guild_id: '123' }, status: 404 },
  { op: 'GET /guilds/{guild_id}/preview' },
  {
    op: 'PATCH /guilds/{guild_id}',
    body: { name: 'Les Corsaires du Verse', verification_level: 1, afk_timeout: 900, description: 'x' },
  },
  { op: 'PATCH /guilds/{guild_id}', body: { features: ['COMMUNITY'] }, status: 400 },
  {
    op: 'PATCH /guilds/{guild_id}',
    body: {
      features: ['COMMUNITY', 'INVITES_DISABLED'],
      rules_channel_id: '$channel_id',
      public_updates_channel_id: '$channel_id',
      safety_alerts_channel_id: '$channel_id',
      premium_progress_bar_enabled: true,
    },
  },
  { op: 'DELETE /channels/{channel_id}', status: 400 },
  { op: 'PATCH /guilds/{guild_id}', body: { features: [] } },
  { op: `GET ${ROLES}` },
  { op: `POST ${ROLES}`, body: { name: 'Gunner', color: 255, permissions: '0' }, keep: 'made_role_id' },
  { op: `GET ${ROLES}/{role_id}`, with: { role_id: 'made_role_id' } },
  { op: `PATCH ${ROLES}/{role_id}`, with: { role_id: 'made_role_id' }, body: { hoist: true } },
  { op: `PATCH ${ROLES}`, body: [{ id: '$made_role_id', position: 2 }] },
  { op: `PATCH ${ROLES}/{role_id}`, with: { role_id: 'high_role_id' }, body: { name: 'Mine' }, status: 403 },
  { op: `GET ${ROLES}/member-counts` },
  { op: 'GET /guilds/{guild_id}/members', query: 'limit=10' },
  { op: 'GET /guilds/{guild_id}/members/search', query: 'query=ad&limit=5' },
  { op: `GET ${MEMBER}` },
  { op: `GET ${MEMBER}`, with: { user_id: '123' }, status: 404 },
  { op: `PATCH ${MEMBER}`, body: { nick: 'Ace', roles: ['$made_role_id'] } },
  { op: 'PATCH /guilds/{guild_id}/members/@me', body: { nick: 'Bot' } },
  { op: 'PATCH /guilds/{guild_id}/members/@me/nick', body: { nick: 'Robot' } },
  { op: `PUT ${MEMBER}/roles/{role_id}`, with: { role_id: 'made_role_id' }, status: 204 },
  { op: `DELETE ${MEMBER}/roles/{role_id}`, with: { role_id: 'made_role_id' }, status: 204 },
  { op: `DELETE ${ROLES}/{role_id}`, with: { role_id: 'made_role_id' }, status: 204 },
  { op: `DELETE ${MEMBER}`, with: { user_id: 'bob_id' }, status: 204 },
  {
    op: 'PUT /guilds/{guild_id}/bans/{user_id}',
    with: { user_id: 'carl_id' },
    body: { delete_message_seconds: 60 },
    headers: { 'x-audit-log-reason': 'spam' },
    status: 204,
  },
  { op: 'GET /guilds/{guild_id}/bans', query: 'limit=10' },
  { op: 'GET /guilds/{guild_id}/bans/{user_id}', with: { user_id: 'carl_id' } },
  { op: 'DELETE /guilds/{guild_id}/bans/{user_id}', with: { user_id: 'carl_id' }, body: {}, status: 204 },
  { op: 'POST /guilds/{guild_id}/bulk-ban', body: { user_ids: ['$carl_id', '$bob_id'] } },
  { op: 'GET /guilds/{guild_id}/audit-logs', query: 'limit=100' },
];
