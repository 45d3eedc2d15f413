import type { Texts } from '../texts.js';

export const help = {
  inMessages:
    "## 👋 VerseLink\nYour organizations' events, on all of their servers. You sign up on the servers; here is all that concerns you.",
  invite: 'Invite me to a server',
  next: {
    connect: (command) =>
      `## ➡️ Next step\nThis server is connected to no organization. Type \`${command}\`: it takes a minute.`,
    notConnected:
      '## 👋 VerseLink\nThis server is not connected to an organization yet. Somebody who manages the server can do it with `/setup`.',
    chooseChannel: (command) =>
      `## ➡️ Next step\nWith \`${command}\`, choose the channel in which signup messages appear.`,
    create: (command) =>
      `## ➡️ Next step\nNothing is planned. Prepare an event with \`${command}\`: you see it before it is published.`,
    join: (command) =>
      `## ➡️ Next step\nEvents are planned: \`${command}\` shows them, and a button signs you up.`,
    wait: (command) =>
      `## 👋 VerseLink\nNothing is planned for now. \`${command}\` will show what you have signed up for.`,
  },
  events: 'Events',
  organizing: 'For staff',
  server: 'For this server',
  forYou: 'For you',
} satisfies Texts['help'];
