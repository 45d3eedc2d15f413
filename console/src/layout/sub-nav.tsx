import type { ReactNode } from 'react';

/** The pages of a section, above each of them. */
export function SubNav({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className="sub-nav" aria-label={label}>
      {children}
    </nav>
  );
}
