import { markdown } from '../../common/discord-text.js';
import type { Texts } from '../texts.js';

export const answers = {
  confirmed: (title) => markdown`✅ You are signed up: **${title}**`,
  confirmedIn: (title, role) => markdown`✅ You are signed up: **${title}** — ${role}`,
  waiting: (title, position) =>
    markdown`⏳ No seat is free right now: you are on the waitlist of **${title}** (position ${position}).`,
  pending: (title) =>
    markdown`🕓 Your request for **${title}** is waiting for an organizer's approval. You will be told.`,
  offered: (title, end) =>
    markdown`📨 A seat is offered to you for **${title}**` +
    `, until <t:${end}:t> (<t:${end}:R>). The signup button takes it, the withdraw button leaves it to the next.`,
  pendingShort: 'waiting for approval',
  offeredShort: (end) => `seat offered until <t:${end}:t>`,
  already: (title) => markdown`ℹ️ You are already signed up for **${title}**.`,
  chooseRole: 'Which role do you take?',
  roleFirst: (title) => markdown`👉 **${title}** asks for a role: your choice signs you up.`,
  roleChanged: (role) => markdown`✅ Your role: **${role}**.`,
  answered: (title, answer) => markdown`✅ **${title}** — your answer: ${answer}`,
  boarded: (ship, post) => markdown`🚀 You are aboard: **${ship}**, ${post}.`,
  ashore: '👋 You are not aboard a ship any more; your seat stays yours.',
  ownShip: (model) => markdown`🚀 You are bringing: **${model}**.`,
  noOwnShip: '🚀 You are no longer bringing a ship.',
  checkedIn: (title) => markdown`📍 You are checked in for **${title}**.`,
  withdrawn: (title) => markdown`👋 You are no longer signed up for **${title}**.`,
  adopted: (title: string) => markdown`✅ **${title}** is a VerseLink event now.`,
  noEvents: 'No upcoming events for now.',
  upcoming: '📅 Upcoming events',
  moreEvents: (count, command) => `-# … and ${count} more: \`${command}\` finds them by their title.`,
  more: (count) => `-# … and ${count} more.`,
  inTable: '-# … the others are in the attached table.',
  noSignups: 'You are not signed up for any upcoming event.',
  mySignups: '📋 Your events',
  calendarName: 'VerseLink',
  calendarLink: (url, webcal) =>
    `📅 Add this address to your calendar ("from URL" or "subscribe"). It will follow the events you come to, with their changes:\n<${url}>\nOn iPhone, iPad and Mac: \`${webcal}\`\n🔒 This link is shown here, once. It shows your events to whoever has it: \`/my calendar revoke:True\` revokes it.`,
  calendarFull: 'You have ten calendar links already. `/my calendar revoke:True` revokes them all.',
  calendarsRevoked: '🔒 Your calendar links are revoked: they show nothing any more.',
  moreSignups: (count, command) => `-# … and ${count} more: \`${command}\` sends you all of them.`,
  outdated:
    'This button, menu or form no longer works. Use the most recent message; `/event list` shows what is to come.',
  waitingShort: (position) => `waitlist, position ${position}`,
} satisfies Texts['answers'];
