import { describe, expect, it } from 'vitest';
import { serverNews } from './incoming.js';

const GUILD = '123456789012345678';

describe('serverNews', () => {
  it.each([
    'guild.synced',
    'GUILD_SCHEDULED_EVENT_UPDATE',
    'scheduled_event.deleted',
    'discord.scheduled_event.updated',
    'guild',
  ])('takes %s for news of a server', (type) => {
    expect(serverNews(type, { guild_id: GUILD })).toEqual({ guild_id: GUILD });
    expect(serverNews(type, { data: { guild_id: GUILD } })).toEqual({ guild_id: GUILD });
    for (const body of [{}, null, { guild_id: 12 }, { guild_id: 'x' }, 'text', { data: null }])
      expect(serverNews(type, body)).toBe('some server');
  });

  it.each(['order.paid', 'unknown', 'guildmaster.elected', 'event.scheduled', ''])(
    'takes %s for something else',
    (type) => {
      expect(serverNews(type, { guild_id: GUILD })).toBeNull();
    },
  );
});
