import { escapeMarkup, markdown } from '../../common/discord-text.js';
import type { RefusedHere } from '../fr/server-notices.js';
import { listIn } from '../lists.js';
import type { Texts } from '../texts.js';

const place = (where: string | null): string => (where === null ? '' : ` in ${where}`);

export const serverNotices = {
  capability: {
    scheduled_events: 'scheduled events',
    more_scheduled_events: 'new scheduled events',
    signup_messages: 'signup messages',
    announcements: 'announcements',
    reminders: 'reminders',
    welcome: 'welcome messages',
    channels: 'event channels',
    threads: 'event threads',
    roles: 'roles',
    mapped_roles: 'some roles',
    more_roles: 'new roles',
    more_channels: 'new channels',
    more_threads: 'new threads',
  },
  permission: ({ server, feature, where, permissions, invite }: RefusedHere) =>
    markdown`⚠️ On ${server}, Discord does not let me manage ${feature}` +
    `${place(where)}. ${permissions.length === 0 ? 'A permission is missing.' : `Missing: ${listIn('en', permissions)}.`} ` +
    `Give it to my role (Server Settings → Roles) or invite me again: <${invite}> I go on by myself then.`,
  channel: ({ server, feature, where }: RefusedHere) =>
    markdown`⚠️ On ${server}, the channel for ${feature} is gone or takes no messages` +
    `${where === null ? '' : ` (${where})`}. Choose another one by typing on that server: /setup. I go on by myself then.`,
  full: ({ server, feature, remedy }: RefusedHere) =>
    markdown`⚠️ On ${server}, a limit of Discord is reached: ${feature} have to wait. ${remedy}; I go on by myself then.`,
  makeRoom: {
    more_scheduled_events: 'Delete or end a scheduled event',
    more_roles: 'Delete a role that is not used any more',
    more_channels: 'Delete a channel that is not used any more',
    more_threads: 'Close or delete a thread that is not used any more',
  },
  role: ({ server, roles }: RefusedHere) =>
    markdown`⚠️ On ${server}, I cannot give ` +
    `${roles.length === 0 ? 'a role' : listIn('en', roles.map(escapeMarkup))}. ` +
    'Place my role above it (Server Settings → Roles); if a role was deleted, take it out of the settings on VerseLink. I go on by myself then.',
  mended: (server: string, feature: string) =>
    markdown`✅ On ${server}, everything is well again for ${feature}. I went on with the work.`,
  adopt: (server: string, title: string) =>
    markdown`📅 You made "${title}" on ${server}. Is it to become a VerseLink event with a signup message? Later on, type on that server: /event adopt`,
  adoptYes: 'Make it an event',
  adoptNo: 'No, leave it',
  adoptDeclined: 'Left as it is. Later on: /event adopt',
  left: (who: string, title: string, start: Date) =>
    markdown`👋 **${who}** is on none of the servers of "${title}" any more (` +
    `<t:${Math.floor(start.getTime() / 1000)}:f>): their signup was taken back.`,
  removed: {
    scheduled_event: (server: string, title: string) =>
      markdown`ℹ️ On ${server}, the scheduled event "${title}" was deleted or cancelled by hand. I leave it like that; to bring it back, type on that server: /event repost`,
    signup_message: (server: string, title: string) =>
      markdown`ℹ️ On ${server}, the signup message of "${title}" was deleted by hand. I leave it like that; to bring it back, type on that server: /event repost`,
  },
} satisfies Texts['serverNotices'];
