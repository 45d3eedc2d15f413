import { snowflakeAt } from '../../src/world/snowflake.js';
import { control } from '../support/http.js';
import type { State, Step } from './drive.js';

const EVENTS = '/guilds/{guild_id}/scheduled-events';
const EVENT = `${EVENTS}/{guild_scheduled_event_id}`;
const WEEK_MS = 7 * 86_400_000;

/** A whole second in the future. */
const at = (ms: number): string => new Date(Math.floor((Date.now() + ms) / 1_000) * 1_000).toISOString();
const start = at(3_600_000);
const secondTime = new Date(Date.parse(start) + WEEK_MS).toISOString();
const weekday = (new Date(start).getUTCDay() + 6) % 7;
const external = {
  name: 'Raid',
  privacy_level: 2,
  entity_type: 3,
  entity_metadata: { location: 'Stanton' },
  scheduled_start_time: start,
  scheduled_end_time: at(7_200_000),
};
const weekly = { start, frequency: 2, interval: 1, by_weekday: [weekday] };

/** Scheduled events: recurring ones, their exceptions, and who is interested in them. */
export const eventSteps: Step[] = [
  { op: `POST ${EVENTS}`, body: { ...external, recurrence_rule: weekly }, keep: 'guild_scheduled_event_id' },
  {
    op: `POST ${EVENTS}`,
    body: {
      name: 'Talk',
      privacy_level: 2,
      entity_type: 2,
      channel_id: '$voice_id',
      scheduled_start_time: start,
    },
    keep: 'voice_event_id',
  },
  { op: `POST ${EVENTS}`, body: { ...external, entity_metadata: null }, status: 400 },
  { op: `GET ${EVENTS}`, query: 'with_user_count=true' },
  { op: `GET ${EVENT}`, query: 'with_user_count=true' },
  { op: `GET ${EVENT}`, with: { guild_scheduled_event_id: '123' }, status: 404 },
  { op: `PATCH ${EVENT}`, body: { name: 'Big raid' } },
  { op: `POST ${EVENT}/exceptions`, body: { original_scheduled_start_time: secondTime, is_canceled: true } },
  {
    op: `PATCH ${EVENT}/exceptions/{exception_id}`,
    before: (state: State) => {
      state['exception_id'] = snowflakeAt(Date.parse(secondTime));
    },
    body: { is_canceled: false, scheduled_start_time: at(WEEK_MS + 9_000_000) },
  },
  { op: `PATCH ${EVENT}/exceptions/{exception_id}`, with: { exception_id: '1' }, body: {}, status: 404 },
  { op: `GET ${EVENT}` },
  {
    op: `GET ${EVENT}/users`,
    query: 'with_member=true&limit=50',
    before: async (state, sandbox) => {
      const path = `/scheduled-events/${state['guild_scheduled_event_id'] ?? ''}/users/${state['user_id'] ?? ''}`;
      await control(sandbox, 'PUT', path);
      await control(sandbox, 'PUT', `${path}?exception_id=${state['exception_id'] ?? ''}`);
    },
  },
  {
    op: `GET ${EVENT}/{guild_scheduled_event_exception_id}/users`,
    with: { guild_scheduled_event_exception_id: 'exception_id' },
  },
  { op: `GET ${EVENT}/users/counts`, query: 'guild_scheduled_event_exception_ids=$exception_id' },
  { op: `DELETE ${EVENT}/exceptions/{exception_id}`, status: 204 },
  { op: `PATCH ${EVENT}`, body: { status: 2 } },
  { op: `PATCH ${EVENT}`, body: { status: 3 } },
  { op: `DELETE ${EVENT}`, status: 204 },
];
