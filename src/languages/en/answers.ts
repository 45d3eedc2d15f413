import { markdown } from '../../common/discord-text.js';
import type { Texts } from '../texts.js';

export const answers = {
  confirmed: (title) => markdown`✅ You are signed up: **${title}**`,
  confirmedIn: (title, role) => markdown`✅ You are signed up: **${title}** — ${role}`,
  waiting: (title, position) =>
    markdown`⏳ No seat is free right now: you are on the waitlist of **${title}** (position ${position}).`,
  already: (title) => markdown`ℹ️ You are already signed up for **${title}**.`,
  chooseRole: 'Which role do you take?',
  roleFirst: (title) => markdown`👉 **${title}** asks for a role: your choice signs you up.`,
  roleChanged: (role) => markdown`✅ Your role: **${role}**.`,
  answered: (title, answer) => markdown`✅ **${title}** — your answer: ${answer}`,
  withdrawn: (title) => markdown`👋 You are no longer signed up for **${title}**.`,
  adopted: (title: string) => markdown`✅ **${title}** is a VerseLink event now.`,
  noEvents: 'No upcoming events for now.',
  upcoming: '📅 Upcoming events',
  noSignups: 'You are not signed up for any upcoming event.',
  mySignups: '📋 Your events',
  outdated: 'This button no longer works. Use the most recent message.',
  waitingShort: (position) => `waitlist, position ${position}`,
} satisfies Texts['answers'];
