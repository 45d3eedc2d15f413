import { describe, expect, it } from 'vitest';
import { anEvent } from '../../../test/factories/event.js';
import { changedOnly, formOf, readForm } from './event-form.js';

const writer = { locale: 'fr', timezone: 'Europe/Paris' } as const;
const now = new Date('2026-11-26T16:00:00Z');

describe('readForm', () => {
  it('tells all that is wrong at once, in the language of the writer', async () => {
    const read = await readForm(
      { title: 'Op', when: 'demain', duration: '5', roles: 'x', description: 'court' },
      writer,
      now,
    );
    expect('faults' in read && read.faults).toHaveLength(5);
    expect('faults' in read && read.faults.join()).toContain('heure');
  });

  it('changes nothing when an event’s own form comes back', async () => {
    const event = anEvent({ start_at_utc: new Date('2026-12-24T19:00:00Z') });
    const form = formOf(event, writer.timezone);
    expect(form.when).toBe('2026-12-24 20:00');
    expect(changedOnly({ ...form }, form)).toEqual({});
    expect(await readForm({ when: form.when }, writer, now)).toMatchObject({
      changes: { start_at_utc: event.start_at_utc },
    });
  });
});
