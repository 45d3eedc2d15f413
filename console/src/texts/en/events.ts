import type { Texts } from '../fr/index.js';
import { pluralsOf } from '../plural.js';

const plural = pluralsOf('en');

export const events: Texts['events'] = {
  title: 'Events',
  filters: 'Filters',
  period: 'Period',
  periods: { upcoming: 'From today on', all: 'All dates' },
  organization: 'Organization',
  allOrganizations: 'All',
  state: 'State',
  allStates: 'All',
  type: 'Type',
  allTypes: 'All',
  reset: 'Clear the filters',
  zone: (zone) => `Time zone: ${zone}`,
  seats: (confirmed, max) => `${confirmed}${max === null ? '' : `/${max}`} signed up`,
  waiting: (count) => `${count} waiting`,
  calendar: {
    view: 'View',
    views: { list: 'List', month: 'Month', agenda: 'Agenda' },
    previous: 'Previous month',
    next: 'Next month',
    today: 'Today',
    count: (count) => `${count} ${plural(count, { one: 'event', other: 'events' })}`,
    more: (count) => `and ${count} more`,
    free: 'Nothing on this day.',
    empty: 'Nothing in this month.',
  },
  nothing: {
    title: 'No events ahead',
    next: 'Events of your organizations will appear here. On a Discord server, the command /event create prepares one.',
  },
  nothingFound: {
    title: 'No event matches these filters',
    next: 'Widen the search by removing filters.',
  },
  states: {
    draft: 'Draft',
    published: 'Published',
    active: 'Running',
    completed: 'Completed',
    cancelled: 'Cancelled',
  },
  types: {
    raid: 'Raid',
    course: 'Race',
    pvp: 'PvP',
    fps: 'FPS',
    salvaging: 'Salvaging',
    logistique: 'Logistics',
    exploration: 'Exploration',
    mining: 'Mining',
    trading: 'Trading',
    roleplay: 'Roleplay',
    autre: 'Other',
  },
};
