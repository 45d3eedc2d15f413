import type { ReactNode } from 'react';

/** In place of a list without entries: that there are none, and what the next act is. */
export function Nothing({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="panel">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
