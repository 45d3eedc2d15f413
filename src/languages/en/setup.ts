import { markdown } from '../../common/discord-text.js';
import type { Texts } from '../texts.js';

export const setup = {
  welcome:
    '## 👋 Welcome\nThis server is connected to none of your organizations. Choose the one whose events are to appear here, or found one.',
  welcomeNewcomer:
    '## 👋 Welcome\nEvents belong to an organization. Found yours in ten seconds; this server will be connected to it.',
  chooseOrganization: 'Choose an organization',
  found: 'Found an organization',
  nameLabel: 'Name (3 to 100 characters)',
  nameExample: 'Long Haul Traders',
  tagLabel: 'Tag (2 to 10 letters or digits)',
  tagExample: 'HAUL',
  heading: (server, tag, organization) =>
    markdown`## ⚙️ ${server}\nConnected to **[${tag}] ${organization}**. Every choice is saved at once.`,
  unknown: '⚠️ Discord does not answer: I do not know what I may do here. Refresh in a moment.',
  features: {
    scheduled_events: '📅 Scheduled events',
    signup_messages: '📋 Signup messages',
    announcements: '📢 Announcements',
    reminders: '⏰ Reminders',
    welcome: '👋 Welcome messages',
    channels: '🗂️ Event channels',
    threads: '🧵 Event threads',
    roles: '🏷️ Roles',
  },
  needs: (permissions) => `Everything is allowed: ${permissions}.`,
  lacks: (permissions) => `Missing: **${permissions}**.`,
  remedies: {
    self: 'Press "Mend": I allow it to myself in this channel.',
    channel: 'Give it to my role in the settings of this channel, tab Permissions.',
    invite: 'Press "Invite again" and accept, or give it to my role (Server Settings → Roles).',
  },
  noChannel: 'No channel chosen: nothing is posted.',
  otherChannel: 'No channel chosen: the channel for signup messages serves for this too.',
  channels: {
    signup_messages: 'Channel for signup messages',
    announcements: 'Channel for announcements',
    reminders: 'Channel for reminders',
  },
  remindersHeading: '**⏰ When to remind people of events** (an event may say otherwise)',
  layoutHeading: '**🗂️ Channels for each event**, for who takes part',
  layouts: {
    none: 'None',
    category: 'A category with text and voice channels',
    text: 'A text channel',
    thread: 'A thread in the channel for signup messages',
  },
  languageHeading: "**🌐 Language of the server's messages**",
  leavers: (frees: boolean): string =>
    frees
      ? '**👋 Departures**: somebody who leaves all servers of an event loses their seat after an hour.'
      : '**👋 Departures**: somebody who leaves the servers keeps their seat.',
  freeSeats: 'Free these seats',
  keepSeats: 'Keep these seats',
  mend: 'Mend',
  invite: 'Invite again',
  look: 'Refresh',
  nextChannel: '-# Next step: choose the channel for signup messages.',
  nextEvent: '-# Next step: `/event create` prepares an event, `/help` shows the rest.',
} satisfies Texts['setup'];

export const permissionNames = {
  'Manage Channels': 'Manage Channels',
  'View Channels': 'View Channels',
  'Send Messages': 'Send Messages',
  'Embed Links': 'Embed Links',
  'Read Message History': 'Read Message History',
  'Manage Roles': 'Manage Roles',
  'Manage Events': 'Manage Events',
  'Manage Threads': 'Manage Threads',
  'Create Public Threads': 'Create Public Threads',
  'Create Private Threads': 'Create Private Threads',
  'Send Messages in Threads': 'Send Messages in Threads',
  'Create Events': 'Create Events',
} satisfies Texts['permissionNames'];
