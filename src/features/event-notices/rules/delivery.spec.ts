import { describe, expect, it } from 'vitest';
import { anEvent } from '../../../../test/factories/event.js';
import type { Guild } from '../../guilds/rules/guild.js';
import { DM_KINDS, type User } from '../../users/rules/user.js';
import { deliveriesOf, fallbacksOf } from './delivery.js';
import { NOTHING_OF_ITS_OWN, reminderOf, type Notice } from './notice.js';

const event = anEvent({ id: 'e' });
const before = (minutes: number) => new Date(event.start_at_utc.getTime() - minutes * 60_000);

const aServer = (id: string, fields: Partial<Guild> = {}): Guild => ({
  id,
  guild_id: id,
  guild_name: 'Server',
  owner_id: '1',
  org_id: event.org_id,
  announcement_channel_id: null,
  event_channel_id: `${id}-events`,
  reminder_channel_id: null,
  sync_enabled: true,
  reminder_enabled: true,
  reminder_offsets_minutes: [1440, 60],
  auto_create_channels: false,
  channel_retention_days: null,
  channel_layout: 'category',
  auto_manage_roles: false,
  welcome_enabled: false,
  welcome_channel_id: null,
  welcome_message: null,
  message_tracking_enabled: false,
  adopt_events: 'ask',
  locale: 'fr',
  created_at: before(9999),
  updated_at: before(9999),
  ...fields,
});
const aPerson = (id: string, fields: Partial<User> = {}): User => ({
  id,
  discord_id: id,
  handle: id,
  handle_chosen: false,
  email: null,
  email_verified: false,
  locale: 'fr',
  timezone: 'Europe/Paris',
  dm_opt_in: false,
  dm_kinds: DM_KINDS,
  site_admin: false,
  created_at: before(9999),
  updated_at: before(9999),
  ...fields,
});
const reminder = (offset: number): Notice => ({
  ...reminderOf(event, offset, before(offset)),
  id: 'n',
  stage: 'new',
  created_at: before(offset),
});
const announcement: Notice = {
  ...NOTHING_OF_ITS_OWN,
  ...{ id: 'n', event_id: 'e', org_id: event.org_id, kind: 'announcement', audience: 'all', message: 'Hi' },
  ...{ stage: 'new', due_at: null, created_at: before(60) },
};

describe('a reminder', () => {
  const ids = (offset: number, minutes: number, servers: Guild[], people: User[] = []) =>
    deliveriesOf(reminder(offset), event, servers, people, before(minutes)).map(({ id }) => id);

  it('goes to each server that is reminded at this time, and to who wants it directly', () => {
    const servers = [
      aServer('a'),
      aServer('b', { reminder_offsets_minutes: [15] }),
      aServer('c', { reminder_enabled: false }),
    ];
    const people = [
      aPerson('ada', { dm_opt_in: true }),
      aPerson('ben'),
      aPerson('cleo', { dm_opt_in: true, dm_kinds: ['promotion'] }),
    ];
    expect(ids(60, 60, servers, people)).toEqual(['n/post/a/0', 'n/direct/ada']);
  });

  it('is late only as long as no later one says it better', () => {
    expect(ids(1440, 61, [aServer('a')])).toEqual(['n/post/a/0']);
    expect(ids(1440, 60, [aServer('a')])).toEqual([]);
    expect(ids(60, 1, [aServer('a')])).toEqual(['n/post/a/0']);
    expect(ids(60, 0, [aServer('a')])).toEqual([]);
  });

  it('goes nowhere on a server without a channel, or that does not show events', () => {
    expect(
      ids(60, 60, [aServer('a', { event_channel_id: null }), aServer('b', { sync_enabled: false })]),
    ).toEqual([]);
  });
});

describe('mentions', () => {
  const servers = [aServer('a'), aServer('b')];

  it('are on one server for each person, in as many messages as Discord needs', () => {
    const crowd = Array.from({ length: 81 }, (_, index) => aPerson(`p${index}`, { seen_on: ['b'] }));
    const people = [
      aPerson('ada', { seen_on: ['b', 'a'] }),
      aPerson('ben'),
      ...crowd,
      aPerson('far', { seen_on: ['z'] }),
    ];
    const posts = deliveriesOf(announcement, event, servers, people, before(60));
    expect(posts.map(({ id, user_ids }) => [id, user_ids.length])).toEqual([
      ['n/post/a/0', 2],
      ['n/post/b/0', 80],
      ['n/post/b/1', 1],
    ]);
    expect(new Set(posts.flatMap(({ user_ids }) => user_ids)).size).toBe(83);
  });

  it('of those whom no direct message reached: one message for each server where there are such', () => {
    expect(fallbacksOf(announcement, event, servers, [aPerson('ada', { seen_on: ['b'] })])).toMatchObject([
      { id: 'n/fallback/b/0', user_ids: ['ada'] },
    ]);
  });
});
