/** Which of one's events are shown; missing: those to come. */
export interface OwnEventsSearch {
  readonly period?: 'past' | undefined;
}

export const readOwnEventsSearch = (search: Record<string, unknown>): OwnEventsSearch => ({
  period: search['period'] === 'past' ? 'past' : undefined,
});
