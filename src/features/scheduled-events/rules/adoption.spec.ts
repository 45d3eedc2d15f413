import { describe, expect, it } from 'vitest';
import { eventOf } from './adoption.js';
import { DISCORD_STATUS, type FoundScheduledEvent } from './scheduled-event.js';

const found = (fields: Partial<FoundScheduledEvent['fields']>, channelId: string | null = null) => ({
  id: '1',
  guild_id: '2',
  creator_id: '3',
  channel_id: channelId,
  recurring: false,
  status: DISCORD_STATUS.scheduled,
  user_count: null,
  fields: {
    name: 'Mining in the Aaron Halo',
    description: 'Bring a ship with a laser.',
    location: 'Yela',
    scheduled_start_time: new Date('2030-01-01T20:00:00Z'),
    scheduled_end_time: new Date('2030-01-01T22:00:00Z'),
    ...fields,
  },
});

describe('eventOf', () => {
  it('takes over what the scheduled event says', () => {
    expect(eventOf(found({}), 'org')).toMatchObject({
      org_id: 'org',
      title: 'Mining in the Aaron Halo',
      description: 'Bring a ship with a laser.',
      location: 'Yela',
      duration_minutes: 120,
    });
  });

  it('makes an event of little, too', () => {
    const start = new Date('2030-01-01T20:00:00Z');
    const little = found({ name: 'Raid', description: '', location: '', scheduled_end_time: start }, '4');
    expect(eventOf(little, 'org')).toMatchObject({
      title: 'Raid · Discord',
      description: 'Raid · Discord',
      location: 'https://discord.com/channels/2/4',
      duration_minutes: 60,
    });
  });
});
