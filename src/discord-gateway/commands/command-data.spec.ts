import { describe, expect, it } from 'vitest';
import { isRegistered } from './command-data.js';

const ours = {
  name: 'event',
  nameLocalizations: { fr: 'événement', 'en-GB': 'event' },
  description: 'Events',
  defaultMemberPermissions: 1n << 33n,
  contexts: [0],
  options: [
    { type: 1, name: 'list', description: 'All', options: [] },
    {
      type: 1,
      name: 'show',
      description: 'One',
      options: [
        { type: 3, name: 'event', description: 'Which', required: true, name_localizations: { fr: 'quoi' } },
      ],
    },
  ],
};

/** As Discord answers: in its own spelling, with what it fills in, and without what is empty. */
const theirs = {
  id: '1',
  application_id: '2',
  version: '3',
  type: 1,
  name: 'event',
  name_localizations: { 'en-GB': 'event', fr: 'événement' },
  description: 'Events',
  description_localizations: null,
  default_member_permissions: '8589934592',
  dm_permission: true,
  contexts: [0],
  integration_types: [0],
  nsfw: false,
  options: [
    { type: 1, name: 'list', name_localizations: null, description: 'All' },
    {
      type: 1,
      name: 'show',
      description: 'One',
      options: [
        { type: 3, name: 'event', description: 'Which', required: true, name_localizations: { fr: 'quoi' } },
      ],
    },
  ],
};

describe('isRegistered', () => {
  it('knows the same commands again', () => {
    expect(isRegistered([ours], [theirs])).toBe(true);
    expect(isRegistered([ours, { name: 'help', description: 'Help' }], [theirs])).toBe(false);
    expect(isRegistered([], [])).toBe(true);
  });

  it.each([
    { name: 'events' },
    { description: 'Our events' },
    { name_localizations: { fr: 'sortie', 'en-GB': 'event' } },
    { default_member_permissions: '0' },
    { contexts: [0, 1] },
    { options: theirs.options.slice(0, 1) },
    { options: theirs.options.toReversed() },
    { type: 2 },
  ])('sees %j', (change) => {
    expect(isRegistered([ours], [{ ...theirs, ...change }])).toBe(false);
  });
});
