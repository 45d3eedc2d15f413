import { conflict, invalid } from '../../../common/errors.js';
import { holdsSeat, type RosterEntry } from '../../events/rules/roster.js';

/** How a haul is shared: alike, by minutes in the event's voice channels, or by weights of the event's roles. */
export const SHARE_RULES = ['equal', 'presence', 'roles'] as const;
export type ShareRule = (typeof SHARE_RULES)[number];

export const PAYOUT_LIMITS = {
  haul: { min: 1, max: 1_000_000_000_000 },
  fees: { max: 10 },
  guests: { max: 100 },
  name: { min: 1, max: 100 },
  weight: { min: 0, max: 100 },
  guest_weight: { min: 1, max: 100 },
} as const;

/** What is taken before the rest is shared: a part of the haul, or an amount. */
export interface Fee {
  readonly name: string;
  /** Of the whole haul, with at most two decimals; rounded down. `null` for an amount. */
  readonly percent: number | null;
  /** In aUEC; `null` for a part. */
  readonly amount: number | null;
}

/** Somebody without an account. `weight`: as how many members with the whole event they count. */
export interface Guest {
  readonly name: string;
  readonly weight: number;
}

/** What counts for a role of the event; roles that are not named count 1. */
export interface RoleWeight {
  readonly role_id: string;
  readonly weight: number;
}

/** What an organizer says of a payout. */
export interface PayoutInput {
  readonly haul: number;
  readonly rule: ShareRule;
  readonly fees: readonly Fee[];
  readonly role_weights: readonly RoleWeight[];
  readonly guests: readonly Guest[];
}

/** Somebody's part of what is shared. */
export interface Claim {
  /** `null` for a guest. */
  readonly user_id: string | null;
  /** A guest's name. */
  readonly guest: string | null;
  readonly weight: number;
}

/** What a payout is made of, beside the haul. */
export interface Division {
  /** What each fee comes to, in their order. */
  readonly fees: readonly number[];
  /** What each claim comes to, in their order. */
  readonly shares: readonly number[];
}

const BASIS_POINTS = 10_000n;

/**
 * Divides an amount by weights, in whole numbers that add up exactly: each gets its part rounded down, and what is left goes to the
 * largest remainders, the first among equal ones.
 */
export function divide(amount: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (whole === 0n) return weights.map(() => 0);
  const parts = weights.map((weight, index) => {
    const exact = BigInt(amount) * BigInt(weight);
    return { index, part: exact / whole, remainder: exact % whole };
  });
  const left = amount - Number(parts.reduce((sum, { part }) => sum + part, 0n));
  const lucky = parts
    .toSorted((a, b) =>
      a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
    )
    .slice(0, left);
  const extra = new Set(lucky.map(({ index }) => index));
  return parts.map(({ index, part }) => Number(part) + (extra.has(index) ? 1 : 0));
}

/** @throws invalid when fees exceed the haul; conflict `no_one_to_share` when no claim has a weight */
export function dividePayout(
  { haul, fees }: Pick<PayoutInput, 'haul' | 'fees'>,
  claims: readonly Claim[],
): Division {
  const taken = fees.map(({ percent, amount }) => amount ?? partOf(haul, percent ?? 0));
  const rest = haul - taken.reduce((sum, fee) => sum + fee, 0);
  if (rest < 0) throw invalid([{ field: 'fees', message: 'are more than the haul' }]);
  if (claims.every(({ weight }) => weight === 0)) {
    throw conflict('no_one_to_share', 'No one has a part of this payout by its rule.');
  }
  const shares = divide(
    rest,
    claims.map(({ weight }) => weight),
  );
  return { fees: taken, shares };
}

function partOf(haul: number, percent: number): number {
  return Number((BigInt(haul) * BigInt(Math.round(percent * 100))) / BASIS_POINTS);
}

/** What decides who has a part of what. */
export interface Shared {
  /** In the order of the roster. */
  readonly roster: readonly Pick<RosterEntry, 'user_id' | 'status' | 'role_id'>[];
  readonly duration_minutes: number;
  /** Minutes in the event's voice channels, by user id. */
  readonly minutes: ReadonlyMap<string, number>;
}

/** The claims of a payout: of those who had a seat to the end, then of guests. */
export function claimsOf(
  { rule, role_weights, guests }: Pick<PayoutInput, 'rule' | 'role_weights' | 'guests'>,
  { roster, duration_minutes, minutes }: Shared,
): Claim[] {
  const weights = new Map(role_weights.map(({ role_id, weight }) => [role_id, weight]));
  const weightOf = {
    equal: () => 1,
    presence: (entry: Shared['roster'][number]) => minutes.get(entry.user_id) ?? 0,
    roles: ({ role_id }: Shared['roster'][number]) => weights.get(role_id ?? '') ?? 1,
  }[rule];
  const unit = rule === 'presence' ? duration_minutes : 1;
  return [
    ...roster
      .filter(({ status }) => holdsSeat(status))
      .map((entry) => ({ user_id: entry.user_id, guest: null, weight: weightOf(entry) })),
    ...guests.map(({ name, weight }) => ({ user_id: null, guest: name, weight: weight * unit })),
  ];
}
