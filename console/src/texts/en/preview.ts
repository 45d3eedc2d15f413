import type { Texts } from '../fr/index.js';
import { pluralsOf } from '../plural.js';

const plural = pluralsOf('en');

export const preview: Texts['preview'] = {
  title: 'Preview on Discord',
  server: 'Server',
  language: 'Language',
  ownLanguage: 'The server’s own',
  languages: { fr: 'French', en: 'English' },
  nothingYet: 'The preview comes once there are a title, a description and a start.',
  noServer: 'This organization has no Discord server yet.',
  wrong: 'The preview follows once the fields are right.',
  open: 'Preview on Discord',
  message: 'Signup message',
  scheduledEvent: 'Scheduled event',
  limits: 'Discord’s limits',
  limitNames: {
    'scheduled_event.name': 'Event: title',
    'scheduled_event.description': 'Event: description',
    'scheduled_event.location': 'Event: place',
    'message.title': 'Message: title',
    'message.description': 'Message: description',
    'message.roles': 'Message: roles',
    message: 'Whole message',
  },
  usedOf: (used, most) => `${used} / ${most}`,
  cut: (over) => `${over} cut off`,
  review: 'What saving changes',
  field: 'Field',
  was: 'Before',
  becomes: 'After',
  onServers: 'On the servers',
  ofDraft: 'A draft is shown on no server.',
  noServerChanges: 'Nothing changes on Discord.',
  scheduledEventFields: (fields) => `Scheduled event (${fields})`,
  scheduledFields: {
    name: 'title',
    description: 'description',
    location: 'place',
    scheduled_start_time: 'start',
    scheduled_end_time: 'end',
  },
  told: 'Who is told',
  nobodyTold: 'Nobody is told.',
  people: (people, direct) =>
    `${people} ${plural(people, { one: 'person', other: 'people' })}, ${direct} of them by direct message`,
};
