import { describe, expect, it } from 'vitest';
import { DeliverySlots } from './delivery-slots.js';

const take = (slots: DeliverySlots, webhook: string, times: number) =>
  Array.from({ length: times }, () => slots.take(webhook));

describe('DeliverySlots', () => {
  it('gives four to one webhook, and eight in all', () => {
    const slots = new DeliverySlots();
    expect(take(slots, 'a', 5).map((slot) => slot !== null)).toEqual([true, true, true, true, false]);
    expect(take(slots, 'b', 3)).not.toContain(null);
    expect(slots.take('c')).not.toBeNull();
    expect(slots.take('d')).toBeNull();
  });

  it('gives again what was given back', () => {
    const slots = new DeliverySlots();
    const [first] = take(slots, 'a', 4);
    first?.();
    expect(slots.take('a')).not.toBeNull();
    expect(slots.take('a')).toBeNull();
  });
});
