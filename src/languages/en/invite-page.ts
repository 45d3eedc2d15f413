import type { Texts } from '../texts.js';

export const invitePage = {
  title: (organization: string, tag: string) => `Join ${organization} [${tag}]`,
  invites: (by: string | null) =>
    by === null
      ? 'You are invited to join this organization.'
      : `${by} invites you to join this organization.`,
  until: (date: string) => `The invitation is valid until ${date}.`,
  signIn: 'Sign in with Discord',
  signInFirst: 'Sign in first: you come back here.',
  accept: 'Accept the invitation',
  joined: (organization: string) => `You are a member of ${organization}.`,
  gone: 'This invitation is no longer valid',
  askAgain: 'Ask the organization for another one.',
  usedUp: 'As many people as it was for have accepted this invitation.',
  full: 'The organization has as many members as it can have.',
} satisfies Texts['invitePage'];
