import { createContext, useContext } from 'react';
import type { EventDetail } from './queries.js';

/** Given by the page of an event to its views, which stand inside of it. */
export const EventOfPage = createContext<EventDetail | null>(null);

/** The event of the page, for its views. */
export function useEvent(): EventDetail {
  const event = useContext(EventOfPage);
  if (event === null) throw new Error('A view of an event stands outside of its page.');
  return event;
}
