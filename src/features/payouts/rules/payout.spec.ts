import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Claim, claimsOf, divide, dividePayout, PAYOUT_LIMITS } from './payout.js';

const amounts = fc.integer({ min: 0, max: PAYOUT_LIMITS.haul.max });
const weights = fc.array(fc.integer({ min: 0, max: 1_440 }), { minLength: 1, maxLength: 200 });
const sum = (numbers: readonly number[]): number => numbers.reduce((whole, one) => whole + one, 0);
const claim = (weight: number): Claim => ({ user_id: `u${weight}`, guest: null, weight });

describe('dividing', () => {
  it('adds up exactly, is never negative, and gives nothing without a weight', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, given) => {
        const parts = divide(amount, given);
        expect(sum(parts)).toBe(sum(given) === 0 ? 0 : amount);
        for (const [index, part] of parts.entries()) {
          expect(part).toBeGreaterThanOrEqual(0);
          if (given[index] === 0) expect(part).toBe(0);
        }
      }),
    );
  });

  it('is within one of the exact part, never less for a higher weight, and fair to equal ones', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, given) => {
        const whole = sum(given);
        if (whole === 0) return;
        const parts = divide(amount, given);
        for (const [index, part] of parts.entries()) {
          const exact = (BigInt(amount) * BigInt(given[index] ?? 0)) / BigInt(whole);
          expect([exact, exact + 1n]).toContain(BigInt(part));
        }
        const sorted = parts
          .map((part, index) => ({ part, weight: given[index] ?? 0 }))
          .toSorted((a, b) => a.weight - b.weight || a.part - b.part);
        for (const [index, { part, weight }] of sorted.entries()) {
          const before = sorted[index - 1];
          if (before === undefined) continue;
          if (weight > before.weight) expect(part).toBeGreaterThanOrEqual(before.part);
          else expect(part - before.part).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('gives what is left to the first of equal ones', () => {
    expect(divide(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(divide(2, [0, 1, 1, 1])).toEqual([0, 1, 1, 0]);
    expect(divide(10, [1, 2])).toEqual([3, 7]);
  });
});

describe('a payout', () => {
  it('takes fees first and adds up with them', () => {
    const fee = fc.record({
      name: fc.constant('fee'),
      percent: fc.integer({ min: 0, max: 1_000 }).map((part) => part / 100),
      amount: fc.constant(null),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: PAYOUT_LIMITS.haul.max }),
        fc.array(fee, { maxLength: 10 }),
        weights.filter((given) => sum(given) > 0),
        (haul, fees, given) => {
          const { fees: taken, shares } = dividePayout({ haul, fees }, given.map(claim));
          expect(sum(taken) + sum(shares)).toBe(haul);
          expect(Math.min(...taken, ...shares)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('refuses fees beyond the haul, and a rule by which no one has a part', () => {
    const fees = [{ name: 'Fuel', percent: null, amount: 11 }];
    expect(() => dividePayout({ haul: 10, fees }, [claim(1)])).toThrow('invalid fields');
    expect(() => dividePayout({ haul: 10, fees: [] }, [claim(0)])).toThrow('No one');
  });
});

describe('claims', () => {
  const seat = (userId: string, status: 'confirmed' | 'no_show', roleId: string | null = null) => ({
    ...{ user_id: userId, status, role_id: roleId },
  });
  const shared = {
    roster: [seat('nova', 'confirmed', 'tank'), seat('vega', 'confirmed'), seat('lyra', 'no_show')],
    duration_minutes: 60,
    minutes: new Map([['nova', 30]]),
  };
  const guests = [{ name: 'Old friend', weight: 2 }];
  it.each([
    ['equal', [1, 1, 2]],
    ['presence', [30, 0, 120]],
    ['roles', [3, 1, 2]],
  ] as const)('by the rule "%s"', (rule, expected) => {
    const claims = claimsOf({ rule, guests, role_weights: [{ role_id: 'tank', weight: 3 }] }, shared);
    expect(claims.map(({ weight }) => weight)).toEqual(expected);
    expect(claims.map(({ user_id, guest }) => user_id ?? guest)).toEqual(['nova', 'vega', 'Old friend']);
  });
});
