import { describe, expect, it } from 'vitest';
import { pageModule } from './modules.js';

const { fileSize, formatTime, hueOf, initials } = await pageModule('discord-view/format.js');
const { commandLines, matchLines } = await pageModule('state/commands.js');
const { reduceDispatch } = await pageModule('state/dispatch.js');

describe('times', () => {
  const date = new Date('2031-01-07T20:00:00Z');
  const before = (seconds: number): number => date.getTime() - seconds * 1000;

  it.each([
    [before(45), 'in 45 seconds'],
    [before(60), 'in 1 minute'],
    [before(3 * 3600 + 100), 'in 3 hours'],
    [before(-2 * 86_400), '2 days ago'],
    [before(400 * 86_400), 'next year'],
  ])('relative to %d', (now, words) => {
    expect(formatTime(date, 'R', 'en-US', now)).toBe(words);
  });

  it('in the member’s language; in the browser’s when Discord’s is unknown to it', () => {
    expect(formatTime(date, 'D', 'fr')).toBe('7 janvier 2031');
    expect(formatTime(date, 'D', 'no such locale')).toContain('2031');
    expect(formatTime(new Date(Number.NaN), 'F')).toBe('Invalid date');
  });
});

it.each([
  [1, 'en', '1 byte'],
  [812, 'fr', '812 octets'],
  [3_440, 'en', '3.4 kB'],
  [1_250_000, 'fr', '1,3 Mo'],
])('%d bytes in %s', (bytes, locale, words) => {
  expect(fileSize(bytes, locale).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(words);
});

describe('names', () => {
  it('become initials and a steady colour', () => {
    expect(initials('Les Éclaireurs')).toBe('LÉ');
    expect(initials('🚀')).toBe('?');
    expect(hueOf('1574048744037548032')).toBe(hueOf('1574048744037548032'));
    const hues = new Set(
      Array.from({ length: 20 }, (_, i) => hueOf(String(1574048744037548032n + BigInt(i)))),
    );
    expect(hues.size).toBeGreaterThan(15);
  });
});

describe('commands', () => {
  const commands = [
    {
      id: '1',
      type: 1,
      name: 'event',
      description: 'Events',
      options: [
        { type: 1, name: 'show', description: 'Show', name_localizations: { fr: 'voir' } },
        {
          type: 2,
          name: 'admin',
          description: 'Admin',
          options: [{ type: 1, name: 'close', description: 'Close' }],
        },
      ],
    },
    {
      id: '2',
      type: 1,
      name: 'ping',
      description: 'Ping',
      options: [{ type: 3, name: 'text', description: 'Text' }],
    },
    { id: '3', type: 2, name: 'Report', description: '' },
  ];

  it('are one line for each subcommand, in the member’s words', () => {
    const titles = (locale?: string): string[] => commandLines(commands, locale).map((line) => line.title);
    expect(titles()).toEqual(['event admin close', 'event show', 'ping']);
    expect(titles('fr')).toContain('event voir');
    expect(commandLines(commands, 'fr').find((line) => line.title === 'event voir')?.path).toEqual([
      'event',
      'show',
    ]);
  });

  it('are found by how they begin, then by what they contain', () => {
    const lines = commandLines(commands);
    expect(matchLines(lines, 'event s').map((line) => line.title)).toEqual(['event show']);
    expect(matchLines(lines, 'close').map((line) => line.title)).toEqual(['event admin close']);
    expect(matchLines(lines, 'nothing')).toEqual([]);
  });
});

describe('dispatches', () => {
  const message = (id: string, content = ''): object => ({
    id,
    channel_id: 'c',
    author: { id: 'bot' },
    content,
  });
  const state = {
    me: 'ada',
    place: { guild: 'g', channel: 'other' },
    guild: { id: 'g', channels: [{ id: 'c' }], members: [], roles: [], scheduled_events: [], interested: {} },
    messages: { c: [message('100')] } as Record<string, object[]>,
    unread: {} as Record<string, number>,
  };

  it('put messages in the order of their ids, which may differ in length', () => {
    const after = reduceDispatch(state, 'MESSAGE_CREATE', message('99'));
    expect(after.messages?.['c']).toEqual([message('99'), message('100')]);
    expect(after.unread).toEqual({ c: 1 });
  });

  it('apply twice as once', () => {
    const once = { ...state, ...reduceDispatch(state, 'MESSAGE_CREATE', message('101')) };
    const twice = { ...once, ...reduceDispatch(once, 'MESSAGE_CREATE', message('101')) };
    expect(twice.messages).toEqual(once.messages);
  });

  it('neither bring back a deleted message by an edit nor touch another server', () => {
    const gone = { ...state, ...reduceDispatch(state, 'MESSAGE_DELETE', { id: '100', channel_id: 'c' }) };
    expect(gone.messages['c']).toEqual([]);
    expect(reduceDispatch(gone, 'MESSAGE_UPDATE', message('100', 'late'))).toEqual({});
    expect(reduceDispatch(state, 'CHANNEL_DELETE', { id: 'c', guild_id: 'elsewhere' })).toEqual({});
  });

  it('count votes once, and take them back', () => {
    const vote = { channel_id: 'c', message_id: '100', answer_id: 1, user_id: 'ada' };
    const voted = { ...state, ...reduceDispatch(state, 'MESSAGE_POLL_VOTE_ADD', vote) };
    const again = { ...voted, ...reduceDispatch(voted, 'MESSAGE_POLL_VOTE_ADD', vote) };
    expect(again.messages['c']).toMatchObject([{ votes: { 1: ['ada'] } }]);
    const back = { ...again, ...reduceDispatch(again, 'MESSAGE_POLL_VOTE_REMOVE', vote) };
    expect(back.messages['c']).toMatchObject([{ votes: { 1: [] } }]);
  });

  it('say who is in a thread', () => {
    const started = { id: 't', guild_id: 'g', owner_id: 'ada' };
    const after = { ...state, ...reduceDispatch(state, 'THREAD_CREATE', started) };
    const change = {
      id: 't',
      guild_id: 'g',
      added_members: [{ user_id: 'bob' }],
      removed_member_ids: ['ada'],
    };
    const { guild } = reduceDispatch(after, 'THREAD_MEMBERS_UPDATE', change);
    expect(guild?.channels).toContainEqual({ ...started, member_ids: ['bob'] });
  });

  it('are ignored when the page does not know them', () => {
    expect(reduceDispatch(state, 'TYPING_START', {})).toEqual({});
  });
});
