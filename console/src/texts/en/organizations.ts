import { numberFormat } from '../../format/intl.js';
import type { Texts } from '../fr/index.js';
import { pluralsOf } from '../plural.js';

const plural = pluralsOf('en');
const number = (value: number): string => numberFormat('en', {}).format(value);

const NOUNS: Texts['organizations']['audit']['nouns'] = {
  organization: 'Organization',
  member: 'Member',
  invite: 'Invite',
  join_request: 'Join request',
  guild: 'Server',
  role_mapping: 'Role mapping',
  role_menu: 'Role menu',
  event: 'Event',
  signup: 'Signup',
  waitlist: 'Waitlist',
  payout: 'Payout',
  feed: 'Calendar link',
  series: 'Series',
  template: 'Template',
  mirror: 'Shown on Discord',
};

const VERBS: Readonly<Record<string, string>> = {
  put: 'role given',
  granted: 'role held on Discord',
  freed: 'seat freed',
  offered: 'seat offered',
  lapsed: 'offer lapsed',
  not_received: 'not received',
  message_posted: 'message posted',
};

export const organizations: Texts['organizations'] = {
  title: 'Organizations',
  nothing: {
    title: 'You belong to no organization yet',
    next: 'Found your own to create events and connect your Discord servers, or join one by an invitation link.',
  },
  found: { act: 'Found an organization', create: 'Found it' },
  name: 'Name',
  tag: 'Tag',
  tagHint: '2 to 10 letters and digits, unique',
  about: 'About',
  description: 'About',
  noDescription: 'Nothing is said about it yet.',
  website: 'Website',
  visibility: 'Visibility',
  visibilityHint: 'Public: in lists. Unlisted: by its link. Private: for its members.',
  visibilities: { public: 'Public', unlisted: 'Unlisted', private: 'Private' },
  leavers: 'Free the seats of people who leave the servers',
  leaversHint: 'An hour after they left all servers of an event to come.',
  save: 'Save',
  saved: 'Saved.',
  unchanged: 'Nothing has changed.',
  ranks: {
    owner: 'Owner',
    admin: 'Admin',
    staff: 'Staff',
    member: 'Member',
    user: 'Not a member',
    anyone: 'Visitor',
    site_admin: 'Site admin',
  },
  tabs: {
    profile: 'Profile',
    members: 'Members',
    attendance: 'Attendance',
    calendar: 'Calendar',
    audit: 'Audit',
  },
  attendance: {
    events: 'Events that are over',
    seats: 'Seats',
    came: 'Came',
    missed: 'No-shows',
    nothing: 'No event is over yet. Who came will be counted here.',
    columns: ['Member', 'Seats', 'Came', 'Rate', 'No-shows', 'Minutes in voice'],
    export: 'Export (CSV)',
  },
  limits: {
    title: 'Limits',
    used: (used, max) => `${number(used)} of ${number(max)}`,
    names: {
      servers: 'Discord servers',
      members: 'Members',
      events_per_day: 'New events in 24 h',
      invites: 'Open invites',
      join_requests: 'Pending requests',
      feeds: 'Calendar links',
      series: 'Series',
      templates: 'Templates',
    },
  },
  you: 'you',
  since: (day) => `since ${day}`,
  roleOf: (handle) => `Role of ${handle}`,
  transfer: {
    act: 'Transfer',
    of: (handle) => `Transfer the organization to ${handle}`,
    what: (handle) =>
      `${handle} becomes its owner and admin. You stay an admin, and only ${handle} can give it back.`,
    done: (handle) => `The organization belongs to ${handle}.`,
  },
  remove: {
    act: 'Remove',
    of: (handle) => `Remove ${handle}`,
    title: (handle) => `Remove ${handle} from the organization?`,
    what: 'They lose their rights and no longer see what is private. An invite can bring them back.',
    done: (handle) => `${handle} has left the organization.`,
  },
  leave: {
    act: 'Leave',
    title: (name) => `Leave ${name}?`,
    what: 'You lose your rights and no longer see what is private. An invite can bring you back.',
    done: (name) => `You have left ${name}.`,
  },
  ask: {
    title: 'Join this organization',
    message: 'A word to its staff (optional)',
    act: 'Ask to join',
    waits: 'Your request waits for the staff to decide.',
    withdraw: 'Take the request back',
    withdrawn: 'Your request is taken back.',
  },
  join: {
    title: 'Join by invitation',
    hint: 'Has somebody sent you a link? Paste it here.',
    link: 'Invitation link',
    look: 'See the invitation',
    invites: (name, tag, by) =>
      by === null ? `You are invited to ${name} [${tag}].` : `${by} invites you to ${name} [${tag}].`,
    accept: 'Join',
    bad: 'This link is not valid, or not any more. Ask for a new one.',
  },
  requests: {
    title: 'Join requests',
    nothing: 'No one waits.',
    accept: 'Accept',
    decline: 'Decline',
    acceptOf: (handle) => `Accept ${handle}`,
    declineOf: (handle) => `Decline ${handle}`,
  },
  invites: {
    title: 'Invites',
    nothing: 'No open invites.',
    act: 'Make a link',
    lasts: 'Good for',
    durations: { 24: '1 day', 168: '1 week', 720: '30 days' },
    uses: 'For how many people',
    anyNumber: 'Any number',
    link: 'Invitation link',
    until: (moment) => `until ${moment}`,
    used: (uses, max) =>
      max === null
        ? `used ${plural(uses, { one: 'once', other: `${number(uses)} times` })}`
        : `used ${number(uses)} of ${number(max)} times`,
    copy: 'Copy',
    copied: 'The link is copied.',
    revoke: 'Revoke',
    revokeTitle: 'Revoke this link?',
    revokeWhat: 'No one can join by it any more. Those who did stay members.',
  },
  audit: {
    filters: 'Filters',
    about: 'About',
    everything: 'Everything',
    from: 'From',
    to: 'To',
    reset: 'Clear the filters',
    nothing: 'Nothing for these filters in the last 180 days.',
    nobody: 'VerseLink',
    gone: 'Erased account',
    only: (handle) => `Only what ${handle} did`,
    sources: { web: 'Web', discord: 'Discord', system: 'Automatic' },
    nouns: NOUNS,
    act: (action) => {
      const [noun = '', verb = ''] = action.split('.');
      return `${(NOUNS as Readonly<Record<string, string>>)[noun] ?? noun} · ${VERBS[verb] ?? verb}`;
    },
  },
};
