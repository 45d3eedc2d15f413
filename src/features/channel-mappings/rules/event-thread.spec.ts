import { describe, expect, it } from 'vitest';
import type { MadeChannel } from './event-channels.js';
import { threadChanges, threadFoundAgain, type FoundThread } from './event-thread.js';

const made: MadeChannel = {
  key: 'thread',
  kind: 'thread',
  name: 'Night raid',
  channel_id: null,
  known_ids: ['old'],
};

describe('who is in an event’s thread', () => {
  it('are those with a seat: the others whom we let in go', () => {
    const changes = threadChanges({ ...made, member_ids: ['ada', 'ben'] }, ['ben', 'cleo', 'cleo']);
    expect(changes).toEqual({ kept: ['ben'], added: ['cleo'], removed: ['ada'] });
  });

  it('is tried again of whom it is not known whether they were let in, and they go when they lost their seat', () => {
    const unsure = { ...made, member_ids: ['ada'], adding_ids: ['ben', 'cleo'] };
    expect(threadChanges(unsure, ['ada', 'ben'])).toEqual({
      kept: ['ada'],
      added: ['ben'],
      removed: ['cleo'],
    });
  });

  it('are as many as Discord takes', () => {
    const crowd = Array.from({ length: 1_200 }, (_, n) => `user-${n}`);
    expect(threadChanges(made, crowd).added).toHaveLength(999);
  });
});

describe('a thread whose making was not heard of', () => {
  const thread: FoundThread = {
    ...{ id: 'new', name: 'Night raid', parent_id: 'events' },
    ...{ isOwn: true, archived: false, locked: false },
  };

  it('is the new one of the bot, of this name, in this channel', () => {
    expect(threadFoundAgain(made, 'events', [{ ...thread, id: 'old' }, thread])).toBe(thread);
    for (const other of [{ isOwn: false }, { name: 'Raid' }, { parent_id: 'news' }])
      expect(threadFoundAgain(made, 'events', [{ ...thread, ...other }])).toBeUndefined();
  });
});
