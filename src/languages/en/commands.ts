import type { Texts } from '../texts.js';

export const commands = {
  event: { name: 'event', description: 'Events of your organization' },
  eventList: { name: 'list', description: 'What is to come' },
  eventShow: { name: 'show', description: 'One event, with its signups' },
  eventAdopt: { name: 'adopt', description: 'Make a Discord event a VerseLink event (staff)' },
  eventOption: { name: 'event', description: 'Title of the event' },
  organization: { name: 'organization', description: 'Be part of the organization of this server' },
  organizationJoin: { name: 'join', description: 'Ask to join this organization' },
  organizationRequests: { name: 'requests', description: 'The requests that wait for an answer (staff)' },
  my: { name: 'my', description: 'What concerns you' },
  myEvents: { name: 'events', description: 'The events you signed up for' },
} satisfies Texts['commands'];
