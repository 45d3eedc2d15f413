import { describe, expect, it } from 'vitest';
import { SIGNUP_ACTIONS, formatCustomId, parseCustomId } from './custom-id.js';

const eventId = '01900000-0000-7000-8000-000000000001';

describe('component ids', () => {
  it('come back as they went, within Discord’s 100 characters', () => {
    for (const action of SIGNUP_ACTIONS) {
      const id = { action, event_id: eventId, part: 3 };
      expect(formatCustomId(id).length).toBeLessThanOrEqual(100);
      expect(parseCustomId(formatCustomId(id))).toEqual(id);
    }
  });

  it.each([
    '',
    'hello',
    `vl2/signup/${eventId}/0`,
    `vl1/dance/${eventId}/0`,
    `vl1/signup`,
    `vl1/signup/x`,
    `vl1/signup/x/0/y`,
    `vl1/page/${eventId}/-1`,
    `vl1/page/${eventId}/x`,
  ])('are not ours: %j', (customId) => {
    expect(parseCustomId(customId)).toBeNull();
  });
});
