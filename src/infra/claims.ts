/** Of a document that one process at a time works on: who does, and when that was last heard of, by the database's clock. */
export interface Claimed {
  readonly claimed_by?: string | null;
  readonly claimed_at?: Date | null;
}

/** As `Claimed`, for a schema. */
export const CLAIMED = {
  claimed_by: { type: String, default: null },
  claimed_at: { type: Date, default: null },
} as const;

/** A claim outlives a process that died by so much; a living one renews it in time. */
const CLAIM_MS = 15_000;
const RENEW_MS = 5_000;

/** A filter: no living process has the document. An upsert does not take it. */
export const UNCLAIMED = { $expr: { $lt: ['$claimed_at', { $subtract: ['$$NOW', CLAIM_MS] }] } };

/** An update: the claim begins, or goes on. The clocks of the processes do not matter. */
export const CLAIMED_NOW = { $currentDate: { claimed_at: true } } as const;

/** What is set when a claim is given back. */
export const GIVEN_BACK = { claimed_by: null, claimed_at: null };

/** Does the work, and renews the claim as long as that takes. A renewal that fails is left to the next one. */
export async function whileClaimed<T>(renew: () => Promise<unknown>, work: () => Promise<T>): Promise<T> {
  const renewing = setInterval(() => {
    renew().catch(() => undefined);
  }, RENEW_MS);
  try {
    return await work();
  } finally {
    clearInterval(renewing);
  }
}
