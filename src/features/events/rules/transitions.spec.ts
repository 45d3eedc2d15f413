import { describe, expect, it } from 'vitest';
import { EVENT_STATES, type EventState } from './event.js';
import { isClosed, isOpen, requireTransition } from './transitions.js';

const LEGAL: readonly string[] = [
  'draft→published',
  'draft→cancelled',
  'published→active',
  'published→cancelled',
  'active→completed',
  'active→cancelled',
];
const all = EVENT_STATES.flatMap((from) => EVENT_STATES.map((to): [EventState, EventState] => [from, to]));

describe('requireTransition', () => {
  it.each(all)('%s → %s', (from, to) => {
    const move = (): void => {
      requireTransition(from, to);
    };
    if (LEGAL.includes(`${from}→${to}`)) expect(move).not.toThrow();
    else expect(move).toThrow(expect.objectContaining({ kind: 'conflict', code: 'illegal_transition' }));
  });

  it('says that a repetition is one', () => {
    expect(() => {
      requireTransition('active', 'active');
    }).toThrow('The event is already active.');
  });
});

it('knows which states take signups, and which are final', () => {
  expect(EVENT_STATES.filter(isOpen)).toEqual(['published', 'active']);
  expect(EVENT_STATES.filter(isClosed)).toEqual(['completed', 'cancelled']);
});
