import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  foundAgain,
  layoutOf,
  mergedOverwrites,
  overwritesOf,
  plannedChannels,
  plannedThread,
  sameOverwrites,
  type FoundChannel,
} from './event-channels.js';

const NAMES = { text: 'chat', voice: 'Voice' };
const ALL = (1n << 50n) - 1n;
const VIEW = 1n << 10n;
const SEND = 1n << 11n;

const role = (id: string) => ({ id, name: id, capacity: 1, description: null, emoji: null });
const access = (memberIds: string[], isOver = false, held = ALL) =>
  overwritesOf({ guildId: 'guild', botId: 'bot', memberIds, held, isOver });

describe('plannedChannels', () => {
  it('plans a category with a text channel and a voice channel for each squad', () => {
    const planned = plannedChannels(
      { title: 'Raid', roles: [role('tank'), role('medic')] },
      'category',
      NAMES,
    );
    expect(planned.map(({ key }) => key)).toEqual(['category', 'text', 'voice:tank', 'voice:medic']);
    expect(plannedChannels({ title: 'Raid', roles: [] }, 'category', NAMES).map(({ name }) => name)).toEqual([
      'Raid',
      'chat',
      'Voice',
    ]);
  });

  it('plans one text channel, and knows afterwards which layout was begun', () => {
    const text = plannedChannels({ title: 'Night raid', roles: [role('tank')] }, 'text', NAMES);
    expect(text).toEqual([{ key: 'text', kind: 'text', name: 'Night raid' }]);
    expect(layoutOf([])).toBeNull();
    expect(layoutOf(text)).toBe('text');
    expect(layoutOf([plannedThread({ title: 'Raid' })])).toBe('thread');
    expect(layoutOf(plannedChannels({ title: 'Raid', roles: [] }, 'category', NAMES))).toBe('category');
  });

  it('never plans more than a category holds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), (count) => {
        const roles = Array.from({ length: count }, (_, n) => role(String(n)));
        expect(
          plannedChannels({ title: 'x'.repeat(200), roles }, 'category', NAMES).length,
        ).toBeLessThanOrEqual(51);
      }),
    );
  });
});

describe('overwritesOf', () => {
  it('lets the bot and those in who are to be, and no one else, by rights that the bot has', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string()),
        fc.bigInt({ min: 0n, max: ALL }),
        fc.boolean(),
        (ids, held, isOver) => {
          const overwrites = access(ids, isOver, held);
          for (const { allow, deny } of overwrites) expect((allow | deny) & ~held).toBe(0n);
          expect(overwrites.filter(({ type }) => type === 0)).toEqual([
            expect.objectContaining({ id: 'guild', allow: 0n }),
          ]);
          expect(new Set(overwrites.map(({ id, type }) => `${type}/${id}`)).size).toBe(overwrites.length);
          for (const id of ids.slice(0, 900))
            expect(overwrites.some((one) => one.type === 1 && one.id === id)).toBe(true);
          expect(overwrites.length).toBeLessThanOrEqual(1_000);
        },
      ),
    );
  });

  it('lets people read, and no more, once the event is over', () => {
    const [everyone, , ada] = access(['ada'], true);
    expect((everyone?.deny ?? 0n) & SEND).toBe(SEND);
    expect(ada?.allow).toBe(VIEW);
  });

  it('leaves what people allow to other roles', () => {
    const has = [...access(['ada']), { id: 'guests', type: 0 as const, allow: VIEW, deny: 0n }];
    const merged = mergedOverwrites(access(['nova']), has);
    expect(merged.map(({ id }) => id)).toEqual(['guild', 'bot', 'nova', 'guests']);
    expect(sameOverwrites(merged, [...merged].reverse())).toBe(true);
    expect(sameOverwrites(merged, has)).toBe(false);
  });
});

describe('foundAgain', () => {
  const channel = (id: string, fields: Partial<FoundChannel> = {}): FoundChannel => ({
    id,
    type: 2,
    name: 'Tanks',
    parent_id: 'category',
    overwrites: [],
    ...fields,
  });
  const lost = {
    key: 'voice:tank',
    kind: 'voice',
    name: 'Tanks',
    channel_id: null,
    known_ids: ['old'],
  } as const;

  it('finds what is new, of the same kind, name and category', () => {
    const others = [
      channel('old'),
      channel('a', { type: 0 }),
      channel('b', { name: 'x' }),
      channel('c', { parent_id: null }),
    ];
    expect(foundAgain(lost, 'category', others)).toBeUndefined();
    expect(foundAgain(lost, 'category', [...others, channel('new')])?.id).toBe('new');
  });
});
