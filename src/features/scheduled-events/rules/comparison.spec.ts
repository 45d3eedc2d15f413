import { describe, expect, it } from 'vitest';
import { compareMessages, compareScheduledEvents } from './comparison.js';
import { DISCORD_STATUS, type DiscordStatus, type ScheduledEventFields } from './scheduled-event.js';

const now = new Date('2042-05-01T20:00:00Z');
const fields: ScheduledEventFields = {
  name: 'Night raid',
  description: 'A raid.',
  location: 'Daymar',
  scheduled_start_time: new Date('2042-05-01T21:00:00Z'),
  scheduled_end_time: new Date('2042-05-01T22:00:00Z'),
};
const { scheduled, active, completed, canceled } = DISCORD_STATUS;

const states = (
  wanted: DiscordStatus,
  found: DiscordStatus,
  shown: Partial<ScheduledEventFields> = {},
  at = now,
) => {
  const compared = compareScheduledEvents(
    {
      wanted: { fields, status: wanted },
      found: { fields: { ...fields, ...shown }, status: found },
      confirmed: fields,
      status: found,
    },
    at,
  );
  return Object.fromEntries(
    compared.filter(({ state }) => state !== 'same').map(({ field, state }) => [field, state]),
  );
};

describe('a scheduled event', () => {
  it('differs in what is changed there, spaces and milliseconds apart', () => {
    expect(states(scheduled, scheduled)).toEqual({});
    expect(states(scheduled, scheduled, { name: ' Night raid ', location: 'Yela' })).toEqual({
      location: 'different',
    });
  });

  it('differs in what Discord takes no change of any more', () => {
    const begun = new Date('2042-05-01T21:30:00Z');
    const late = { scheduled_start_time: new Date('2042-05-01T21:10:00Z') };
    expect(states(active, active, late, begun)).toEqual({ scheduled_start_time: 'fixed' });
    expect(states(canceled, canceled, { name: 'Other' })).toEqual({ name: 'fixed' });
  });

  it('differs in its status, unless Discord cannot go where the event is', () => {
    expect(states(active, scheduled)).toEqual({ status: 'different' });
    expect(states(scheduled, active)).toEqual({ status: 'different' });
    expect(states(scheduled, canceled)).toEqual({ status: 'different' });
    expect(states(canceled, completed)).toEqual({ status: 'fixed' });
  });

  it('differs wholly when it is not there, or should not be', () => {
    const wanted = { fields, status: scheduled };
    const none = { confirmed: null, status: null };
    const missing = compareScheduledEvents({ wanted, found: null, ...none }, now);
    expect(missing[0]).toEqual({
      field: 'name',
      wanted: 'Night raid',
      found: null,
      last_sent: null,
      state: 'different',
    });
    const unwanted = compareScheduledEvents({ wanted: null, found: wanted, ...none }, now);
    expect(unwanted.at(-1)).toMatchObject({ field: 'status', wanted: null, found: 'scheduled' });
    expect(compareScheduledEvents({ wanted: null, found: null, ...none }, now)).toEqual([]);
  });
});

describe('a message', () => {
  const button = { label: 'Sign up', disabled: false };
  const wanted = {
    embeds: [{ title: 'Night raid', color: 255, fields: [{ name: 'When', value: 'Tomorrow' }] }],
    components: [{ components: [button] }],
  };

  it('is compared by what people read', () => {
    const found = {
      embeds: [{ title: 'Day raid', color: 255, fields: [{ name: 'When', value: 'Tomorrow ' }] }],
      components: [{ components: [{ ...button, disabled: true }] }],
    };
    const compared = compareMessages({ wanted, found, isConfirmed: true, isOver: false });
    expect(compared.map(({ field, found: text, state }) => [field, text, state])).toEqual([
      ['title', 'Day raid', 'different'],
      ['color', '#0000ff', 'same'],
      ['fields.0', 'When\nTomorrow', 'same'],
      ['components.0', 'Sign up (disabled)', 'different'],
    ]);
  });

  it('says what was sent last where that is known, and differs for good when it is over', () => {
    const found = { ...wanted, embeds: [{ ...wanted.embeds[0], title: 'Day raid' }] };
    const [title] = compareMessages({ wanted, found, isConfirmed: false, isOver: true });
    expect(title).toMatchObject({ field: 'title', last_sent: null, state: 'fixed' });
  });
});
