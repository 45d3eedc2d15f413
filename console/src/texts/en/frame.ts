import type { frame as french } from '../fr/frame.js';

export const frame: typeof french = {
  skip: 'Skip to content',
  sections: 'Sections',
  nav: {
    events: 'Events',
    organizations: 'Organizations',
    servers: 'Servers',
    me: 'My account',
    admin: 'Administration',
  },
  account: (handle) => `Account of ${handle}`,
  language: 'Language',
  languages: { fr: 'Français', en: 'English' },
  loading: 'Loading…',
  signIn: {
    title: 'Sign in',
    welcome: 'Your events, your signups and your Discord servers, in one place.',
    act: 'Sign in with Discord',
    denied: 'Discord did not sign you in: you declined, or closed the page. Nothing has changed.',
    out: 'Sign out',
  },
  missing: {
    title: 'There is no such page',
    why: 'The address may be incomplete, or the page has moved.',
    back: 'See the events',
  },
  list: {
    shown: (count) => `${count} shown`,
    more: 'Show more',
  },
  copy: {
    act: 'Copy',
    done: 'Copied.',
    refused: 'The browser refuses to copy: select the text and copy it yourself.',
  },
  noRight: {
    title: 'This page is not open to you',
    why: 'Your account lacks the right that it needs. An administrator can give it to you.',
    back: 'See the events',
  },
  dialog: {
    close: 'Close',
    back: 'Change nothing',
    type: (phrase) => `Type “${phrase}” to confirm`,
  },
  failure: {
    title: 'This part cannot be shown',
    network: 'The server does not answer. Check your connection, then try again.',
    signedOut: 'Your session has ended. Sign in again.',
    forbidden: 'You have no right to see this.',
    missing: 'What you are looking for is gone, or hidden from you.',
    conflict: 'This is not possible as things stand.',
    tooMany: 'Too many requests in a short time. Wait a moment, then try again.',
    away: 'The service is busy or under maintenance. Try again in a moment.',
    invalid: 'The server did not understand this request. A filter in the address may be wrong.',
    unknown: 'Something unexpected went wrong. It is noted in our logs.',
    notDone: 'It was not done.',
    ofAct: {
      forbidden: 'You have no right to do it.',
      missing: 'What it is about is gone, or hidden from you.',
      invalid: 'The server does not accept what was entered.',
    },
    request: 'Request number:',
    retry: 'Try again',
  },
};
