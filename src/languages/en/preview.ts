import type { Texts } from '../texts.js';

export const preview = {
  notShown: 'This server shows no events: synchronization is off there.',
  noChannel: 'This server has no channel for events: there will be no signup message.',
  titleCut: 'Discord cuts the title of the scheduled event at 100 characters.',
  scheduledDescriptionCut: 'Discord cuts the description of the scheduled event at 1000 characters.',
  descriptionCut: 'The description is cut in the signup message.',
  placeCut: 'Discord cuts the place of the scheduled event at 100 characters.',
  manyRoles: (count) =>
    `The message shows the people of the first ${count} roles; the others are named with their seats.`,
  tooFar: (day) => `Discord takes a scheduled event no more than five years ahead: from ${day} on.`,
} satisfies Texts['preview'];
