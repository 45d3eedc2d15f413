import { markdown } from '../../common/discord-text.js';
import type { Texts } from '../texts.js';

export const eventNotices = {
  reminder: (title, when) => markdown`⏰ **${title}** starts soon: ` + when,
  promotion: (title, when) => markdown`🎉 A seat became free: you take part in **${title}**, ` + when,
  offer: (title, when) =>
    markdown`🪑 A seat is offered to you for **${title}**: sign up again to take it, while it is kept for you. The event: ` +
    when,
  approval: (title, when) => markdown`✅ Your signup for **${title}** is approved: ` + when,
  change: (title, when) => markdown`📅 **${title}** has a new time or place: ` + when,
  cancellation: (title, when) => markdown`❌ **${title}** is cancelled. It was planned for ` + when,
  announcement: (title, when) => markdown`📣 Message from the organizers of **${title}**, ` + when,
  until: (when) => `⏳ Kept until ${when}`,
  place: (place) => markdown`📍 ${place}`,
  reason: (reason) => markdown`Reason: ${reason}`,
  seats: (confirmed, max) => `👥 ${confirmed}${max === null ? '' : `/${max}`}`,
  unreached: (people) => `📪 ${people}: your direct messages are closed to me, so I tell you here.`,
  open: 'See the signup',
  directly: 'Tell me directly',
  off: {
    reminder: 'No more reminders',
    promotion: 'No more messages of free seats',
    change: 'No more messages of changes',
    cancellation: 'No more messages of cancellations',
    announcement: 'No more announcements',
  },
  panel:
    '## 🔔 Direct messages\nWhat VerseLink tells you directly about the events that you take part in. Press a button to change it.',
  panelOff: 'You get **no** direct messages.',
  panelOn: 'You get what is ticked.',
  kinds: {
    reminder: 'Reminders',
    promotion: 'Free seat',
    change: 'Time or place',
    cancellation: 'Cancellation',
    announcement: 'Announcements',
  },
  optIn: 'Get direct messages',
  optOut: 'Get nothing any more',
  reminders: 'Reminders',
  remindersOf: (title) => markdown`## ⏰ Reminders of **${title}**`,
  asServer: 'As the server',
  asServerChosen: 'Reminders follow the settings of each server.',
  noReminders: 'No reminders.',
  remindedAt: (times) => `Reminders before the start: ${times}.`,
  chooseReminders: 'Choose the reminders',
  announce: 'Announce…',
  announceTitle: 'Write to the participants',
  announceLabel: 'Your message',
  announced: 'Your message is on its way to the participants.',
} satisfies Texts['eventNotices'];
