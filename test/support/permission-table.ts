import type { Permission } from '../../src/features/access/rules/permissions.js';

/** Which permission an operation of the API needs, on what belongs to a private organization. */
const OPERATIONS: Readonly<Record<string, Permission>> = {
  // Each topic also needs the right to read what it is about: test/medium/live.test.ts.
  'GET /live': 'account.own',
  'GET /users/me': 'account.own',
  'PATCH /users/me': 'account.own',
  'GET /users/me/export': 'account.own',
  'DELETE /users/me': 'account.own',

  'POST /organizations': 'organization.create',
  'GET /organizations': 'organization.list',
  'GET /organizations/{id}': 'organization.see_private',
  'PATCH /organizations/{id}': 'organization.change',
  'GET /organizations/{id}/limits': 'organization.change',
  'GET /organizations/{id}/ships': 'organization.see_private',
  'GET /organizations/{id}/discord-roles': 'event.create',
  'GET /organizations/{id}/audit': 'organization.audit',
  'GET /organizations/{id}/attendance': 'organization.attendance',
  'GET /organizations/{id}/attendance/total': 'organization.attendance',
  'GET /organizations/{id}/attendance.csv': 'organization.attendance',
  'POST /organizations/{id}/transfer': 'organization.transfer',
  'GET /organizations/{id}/members': 'organization.see_private',
  'PUT /organizations/{id}/members/{user_id}': 'organization.change_members',
  'DELETE /organizations/{id}/members/{user_id}': 'organization.change_members',
  'POST /organizations/{id}/invites': 'organization.invite',
  'GET /organizations/{id}/invites': 'organization.invite',
  'DELETE /organizations/{id}/invites/{invite_id}': 'organization.invite',
  'GET /invites/{code}': 'organization.join',
  'POST /invites/{code}/accept': 'organization.join',
  'POST /organizations/{id}/join-requests': 'organization.see_private',
  'DELETE /organizations/{id}/join-requests/me': 'organization.join',
  'GET /organizations/{id}/join-requests': 'organization.decide_requests',
  'POST /organizations/{id}/join-requests/{request_id}/accept': 'organization.decide_requests',
  'POST /organizations/{id}/join-requests/{request_id}/decline': 'organization.decide_requests',

  'POST /organizations/{id}/feeds': 'organization.feeds',
  'GET /organizations/{id}/feeds': 'organization.feeds',
  'DELETE /organizations/{id}/feeds/{feed_id}': 'organization.feeds',

  'POST /organizations/{id}/templates': 'event.create',
  'GET /organizations/{id}/templates': 'event.create',
  'GET /organizations/{id}/templates/{template_id}': 'event.create',
  'PATCH /organizations/{id}/templates/{template_id}': 'event.create',
  'DELETE /organizations/{id}/templates/{template_id}': 'event.create',

  'GET /events': 'event.list',
  'POST /events': 'event.create',
  'POST /events/preview': 'event.create',
  'POST /events/{id}/preview': 'event.change',
  'POST /events/import': 'event.create',
  'GET /events/{id}': 'event.see_private',
  'GET /events/{id}/ics': 'event.see_private',
  'GET /events/{id}/ics-key': 'event.see_private',
  'DELETE /events/{id}/ics-key': 'event.change',
  'PATCH /events/{id}': 'event.change',
  'DELETE /events/{id}': 'event.change',
  'POST /events/{id}/publish': 'event.change',
  'POST /events/{id}/start': 'event.change',
  'POST /events/{id}/complete': 'event.change',
  'POST /events/{id}/cancel': 'event.change',
  'POST /events/{id}/announcements': 'event.change',
  'GET /events/{id}/timeline': 'event.change',
  'GET /events/{id}/undo': 'event.change',
  'GET /events/{id}/undo/{act_id}': 'event.change',
  'POST /events/{id}/undo': 'event.change',
  'GET /events/{id}/signups': 'event.see_private',
  'GET /events/{id}/roster': 'event.see_private',
  'GET /events/{id}/signups.csv': 'event.change',
  'POST /events/{id}/signups': 'signup.restricted',
  'PATCH /events/{id}/signups/me': 'signup.restricted',
  'DELETE /events/{id}/signups/me': 'signup.restricted',
  'POST /events/{id}/checkin': 'signup.restricted',
  'GET /events/{id}/signups/{user_id}/why': 'event.change',
  'PATCH /events/{id}/signups/{user_id}': 'event.change',
  'DELETE /events/{id}/signups/{user_id}': 'event.change',

  'GET /events/{id}/attendance': 'event.change',
  'PUT /events/{id}/payout': 'event.change',
  'GET /events/{id}/payout': 'event.change',
  'GET /events/{id}/payout.csv': 'event.change',
  'POST /events/{id}/payout/received': 'account.own',

  'POST /series': 'event.create',
  'POST /series/preview': 'event.create',
  'GET /series': 'event.create',
  'GET /series/{id}': 'event.create',
  'PATCH /series/{id}': 'event.create',
  'DELETE /series/{id}': 'event.create',
  'POST /series/{id}/skip': 'event.create',

  'GET /discord/events/events/{event_id}/discord': 'event.see_private',
  'GET /discord/events/events/{event_id}/discord/{guild_id}': 'event.change',
  'POST /discord/events/events/create/{event_id}': 'event.change',
  'PUT /discord/events/events/update/{event_id}': 'event.change',
  'DELETE /discord/events/events/delete/{event_id}': 'event.change',
  'POST /discord/events/events/{event_id}/signup-message': 'event.change',
  'POST /discord/events/auto-manage/{event_id}': 'event.change',

  'POST /discord/events/events/{event_id}/sync-attendees': 'event.change',
  'POST /discord/events/adopt': 'event.create',

  'POST /discord/guilds': 'guild.manage',
  'GET /discord/guilds': 'account.own',
  'GET /discord/guilds/managed': 'account.own',
  'GET /discord/guilds/{guild_id}': 'guild.manage',
  'GET /discord/guilds/{guild_id}/channels': 'guild.manage',
  'GET /discord/guilds/{guild_id}/roles': 'guild.manage',
  'GET /discord/guilds/{guild_id}/mirrors': 'guild.manage',
  'GET /discord/guilds/{guild_id}/doctor': 'guild.manage',
  'POST /discord/guilds/{guild_id}/doctor/mend': 'guild.manage',
  'POST /discord/guilds/{guild_id}/doctor/trial': 'guild.manage',
  'PATCH /discord/guilds/{guild_id}': 'guild.manage',
  'DELETE /discord/guilds/{guild_id}': 'guild.manage',
  'POST /discord/role-mappings': 'guild.manage',
  'GET /discord/role-mappings': 'account.own',
  'GET /discord/role-mappings/{id}': 'guild.manage',
  'PATCH /discord/role-mappings/{id}': 'guild.manage',
  'DELETE /discord/role-mappings/{id}': 'guild.manage',
  'GET /discord/channel-mappings': 'account.own',
  'POST /discord/role-menus': 'guild.manage',
  'GET /discord/role-menus': 'account.own',
  'GET /discord/role-menus/{id}': 'guild.manage',
  'PATCH /discord/role-menus/{id}': 'guild.manage',
  'DELETE /discord/role-menus/{id}': 'guild.manage',
};

/** Operations of these are for site admins alone. */
const OF_SITE_ADMINS = ['/discord/jobs', '/discord/stats', '/discord/bot-events', '/webhooks', '/plans'];
const OTHERS_OF_SITE_ADMINS = [
  'GET /audit',
  'GET /users/{discord_id}/plan',
  'GET /discord/webhooks/incoming',
  'GET /discord/events/stats/events',
];

/** Operations that have proofs of their own, or need none. */
const FOR_EVERYBODY = ['GET /feeds/{key}.ics', 'POST /payments/webhook', 'POST /discord/webhooks/incoming'];
const OPEN = ['/auth/', '/discord/health', '/discord/events/health', '/discord/events/interactions'];

/** The permission of an operation such as `GET /events/{id}`. @throws Error for one that the table forgets */
export function permissionOf(method: string, path: string): Permission {
  const operation = `${method} ${path}`;
  const known = OPERATIONS[operation];
  if (known !== undefined) return known;
  if (OTHERS_OF_SITE_ADMINS.includes(operation) || OF_SITE_ADMINS.some((prefix) => path.startsWith(prefix))) {
    return 'installation.operate';
  }
  if (FOR_EVERYBODY.includes(operation) || OPEN.some((prefix) => path.startsWith(prefix)))
    return 'public.read';
  if (path.startsWith('/users/me/')) return 'account.own';
  throw new Error(`Say in test/support/permission-table.ts who may call ${operation}`);
}
