import { expect, it } from 'vitest';
import type { Standing } from '../../access/rules/permissions.js';
import { actsOf } from './acts.js';
import type { EventState } from './event.js';

const start = new Date('2042-01-01T20:00:00Z');
const event = (state: EventState) => ({ state, start_at_utc: start, duration_minutes: 60 });
const minutesAfter = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const STAFF: Standing = { rank: 'staff', ties: [] };
const ALWAYS = ['duplicate', 'read_timeline', 'send_to_servers'];

it.each<[EventState, number, string[]]>([
  ['draft', -60, ['cancel', 'delete', 'edit', 'publish']],
  ['published', -60, ['cancel', 'change_signups', 'edit', 'start']],
  ['published', 1, ['cancel', 'change_signups', 'edit', 'note_attendance', 'start']],
  ['active', 1, ['cancel', 'change_signups', 'complete', 'edit', 'note_attendance']],
  ['completed', 90, ['note_attendance', 'share_payout']],
  ['completed', 60 * 24 * 9, ['share_payout']],
  ['cancelled', -60, []],
])('staff may do with what is %s, %i minutes after its start: %j', (state, minutes, acts) => {
  expect(actsOf(event(state), STAFF, minutesAfter(minutes)).sort()).toEqual([...acts, ...ALWAYS].sort());
});

it('organizers without a role change their event and make no other; members do neither', () => {
  const organizer = actsOf(event('draft'), { rank: 'member', ties: ['organizer'] }, start);
  expect(organizer).toContain('publish');
  expect(organizer).not.toContain('duplicate');
  expect(actsOf(event('published'), { rank: 'member', ties: ['invited'] }, start)).toEqual([]);
});
