import { type ReactNode, useId } from 'react';
import { useTexts } from '../../texts/language.js';
import type { Group } from './groups.js';

/** A group with its heading: what it is, and how full. */
export function GroupFrame({ group, children }: { group: Group; children: ReactNode }) {
  const { roster: texts } = useTexts();
  const heading = useId();
  const { kind, taken, capacity } = group;
  return (
    <section className={`group group-${kind}`} aria-labelledby={heading}>
      <h2 id={heading}>
        <span className="group-name">{useGroupName()(group)}</span>
        <span className="quiet group-count">{capacity === null ? taken : texts.of(taken, capacity)}</span>
      </h2>
      {capacity !== null && <meter min={0} max={capacity} value={taken} aria-label={texts.filled} />}
      {children}
    </section>
  );
}

/** What a group is called. */
export function useGroupName(): (group: Pick<Group, 'kind' | 'name'>) => string {
  const { roster: texts } = useTexts();
  return ({ kind, name }) => name ?? texts.groups[kind === 'role' || kind === 'ship' ? 'seated' : kind];
}
