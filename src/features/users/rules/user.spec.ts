import { describe, expect, it } from 'vitest';
import { nameFault, skeleton } from '../../../common/names.js';
import { HANDLE_MAX, handlesFor } from './user.js';

const ID = '019b2f6e-6a60-7d3c-a0c1-2f7c4b0f9f3a';

describe('handlesFor', () => {
  it('prefers the name itself', () => {
    expect(handlesFor('Nova', '100000000000001234', ID)).toEqual(['Nova', 'Nova-1234', 'Nova-2f7c4b0f9f3a']);
  });

  it.each(['\u202EevoN', '\u200B', 'x'.repeat(100), '🚀'.repeat(64), 'No\nva'])(
    'gives three different names for %j',
    (name) => {
      const handles = handlesFor(name, '100000000000001234', ID);
      expect(handles.map((handle) => nameFault(handle, { min: 1, max: HANDLE_MAX }))).toEqual([
        null,
        null,
        null,
      ]);
      expect(new Set(handles.map(skeleton)).size).toBe(3);
    },
  );
});
