import type { Texts } from '../fr/index.js';
import { pluralsOf } from '../plural.js';

const plural = pluralsOf('en');
const number = new Intl.NumberFormat('en');

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
  warnings: {
    not_shown: () => 'This server shows no events: synchronization is off there.',
    no_channel: () => 'This server has no channel for events: there will be no signup message.',
    title_cut: (limit) =>
      `Discord cuts the title of the scheduled event at ${number.format(limit)} characters.`,
    scheduled_description_cut: (limit) =>
      `Discord cuts the description of the scheduled event at ${number.format(limit)} characters.`,
    description_cut: (limit) =>
      `The description is cut at ${number.format(limit)} characters in the signup message.`,
    place_cut: (limit) =>
      `Discord cuts the place of the scheduled event at ${number.format(limit)} characters.`,
    many_roles: (limit) =>
      `The message shows the people of the first ${number.format(limit)} roles; the others are named with their seats.`,
    too_far: (_, day) => `Discord takes a scheduled event no more than five years ahead: from ${day} on.`,
  },
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
