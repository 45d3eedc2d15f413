import { markdown } from '../../common/discord-text.js';
import { pluralsOf } from '../plural.js';
import type { Texts } from '../texts.js';

const plural = pluralsOf('en');

export const account = {
  linked: (handle) =>
    markdown`🔗 Your VerseLink account is **${handle}**: it is linked to this Discord account, on the website as here.`,
  notSignedIn: 'You have not signed in on the website yet. The button below opens this same account.',
  signedIn: (browsers) =>
    `✅ Signed in on the website, in ${browsers} ${plural(browsers, { one: 'browser', other: 'browsers' })}.`,
  email: (address) => markdown`📧 Address: ${address}`,
  signIn: 'Sign in on the website',
  data: '🗂️ **Your data**\nYou can get all that VerseLink knows about you, or erase it. Erasing frees your seats and cannot be undone.',
  export: 'Get my data',
  erase: 'Erase my account…',
  exported: '🗂️ All that VerseLink knows about you, as JSON.',
  confirmTitle: 'Erase my account',
  confirmLabel: 'To confirm, write your name',
  erased: '🗑️ Your account and your data are erased. A further click would make a new one, empty.',
} satisfies Texts['account'];
