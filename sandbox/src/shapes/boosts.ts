import type { GuildRecord } from '../world/records.js';

/** How many boosts bring a server to its next tier. */
const STEPS = [2, 7, 14];

/** The tier to which its boosts have brought a server: 0 to 3. */
export function boostTier({ community }: GuildRecord): number {
  const boosts = community?.boosts ?? 0;
  return STEPS.filter((step) => boosts >= step).length;
}
