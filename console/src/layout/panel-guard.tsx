import { CatchBoundary } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Failure } from './failure.js';

interface PanelGuardProps {
  /** With another one, drawing is tried anew. */
  readonly version: number;
  readonly draw: () => ReactNode;
}

/** A part of a page that cannot be drawn says so in its own place, and the rest of the page stays. */
export function PanelGuard({ version, draw }: PanelGuardProps) {
  return (
    <CatchBoundary
      getResetKey={() => version}
      errorComponent={({ error, reset }) => <Failure error={error} retry={reset} />}
    >
      <Drawn draw={draw} />
    </CatchBoundary>
  );
}

/** What fails has to fail below the boundary. */
function Drawn({ draw }: { draw: () => ReactNode }) {
  return draw();
}
