import type { ReactNode } from 'react';
import { useCurrentInSight } from './in-sight.js';

/** The pages of a section, above each of them. */
export function SubNav({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav ref={useCurrentInSight()} className="sub-nav" aria-label={label}>
      {children}
    </nav>
  );
}
