import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useCallback, useId } from 'react';
import { useTexts } from '../../texts/language.js';
import { useEvent } from '../event-of-page.js';
import type { Signup } from '../queries.js';
import { type Group, groupOf } from './groups.js';

const route = getRouteApi('/events/$id/');

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
  return useCallback(
    ({ kind, name }) => name ?? texts.groups[kind === 'role' || kind === 'ship' ? 'seated' : kind],
    [texts],
  );
}

/** Says where somebody stands after a move: it may be elsewhere than asked, as in the seat that was free for who was put into the queue. */
export function useSayMoved(): (moved: Signup) => string {
  const { roster: texts } = useTexts();
  const event = useEvent();
  const { by } = route.useSearch();
  const nameOf = useGroupName();
  return useCallback(
    (moved) => {
      const group = groupOf(event, moved, by);
      return texts.moved(moved.handle, group === undefined ? '—' : nameOf(group));
    },
    [event, by, nameOf, texts],
  );
}
