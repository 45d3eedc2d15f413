import type { ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  /** What it holds now, in a few words. */
  readonly now?: string | undefined;
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** A part of the form that can wait: closed, it says what it holds. */
export function Section({ title, now = '', open = false, children }: SectionProps) {
  return (
    <details className="form-section" open={open}>
      <summary>
        <h2>{title}</h2>
        {now !== '' && <span className="quiet">{now}</span>}
      </summary>
      <div className="form-body">{children}</div>
    </details>
  );
}
