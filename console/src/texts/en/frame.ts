import type { frame as french } from '../fr/frame.js';

export const frame: typeof french = {
  skip: 'Skip to content',
  sections: 'Sections',
  nav: { events: 'Events' },
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
  failure: {
    title: 'This part cannot be shown',
    network: 'The server does not answer. Check your connection, then try again.',
    signedOut: 'Your session has ended. Sign in again.',
    forbidden: 'You have no right to see this.',
    missing: 'What you are looking for is gone, or hidden from you.',
    tooMany: 'Too many requests in a short time. Wait a moment, then try again.',
    away: 'The service is busy or under maintenance. Try again in a moment.',
    invalid: 'The server did not understand this request. A filter in the address may be wrong.',
    unknown: 'Something unexpected went wrong. It is noted in our logs.',
    request: 'Request number:',
    retry: 'Try again',
  },
};
