import type { Texts } from '../texts.js';

export const form = {
  faulty: '❌ The event was not saved:',
  title: (min, max) => `• The title needs ${min} to ${max} characters, on one line.`,
  description: (min, max) => `• The description needs ${min} to ${max} characters.`,
  place: (max) => `• The place must fit on one line of ${max} characters.`,
  picture: '• A picture is given by its address, for example "https://example.org/picture.png".',
  duration: '• The duration must be 15 minutes to 24 hours, for example "2h", "1h30" or "90 min".',
  roles: '• Roles are written with their seats, for example "🛡️ Escort 4, ⛏️ Miner 6".',
  when: {
    unclear:
      '• The date was not understood. Write for example "tomorrow 8pm", "friday 21:00" or "15/12 20:30".',
    no_time: '• The time is missing. Write for example "tomorrow 8pm".',
    past: '• This date has passed already.',
  },
  timezone: '❌ This time zone is unknown. Choose one from the list, for example Europe/London.',
  ship: '❌ A ship’s name fits in one line of 100 characters.',
  shipHeading: 'My ship',
  shipLabel: 'Which ship do you bring? Empty: none',
  heading: 'Edit the event',
  newHeading: 'New event',
  titleLabel: 'Title',
  whenLabel: 'Date and time, on your clock',
  durationLabel: 'Duration',
  rolesLabel: 'Roles: one in each line, with its seats',
  descriptionLabel: 'Description',
} satisfies Texts['form'];
