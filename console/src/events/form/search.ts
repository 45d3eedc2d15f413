/** What a new event begins with, as its address holds it. */
export interface NewEventSearch {
  readonly org?: string | undefined;
  /** An event to be copied. */
  readonly from?: string | undefined;
  readonly template?: string | undefined;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

export function readNewEventSearch(search: Record<string, unknown>): NewEventSearch {
  return {
    org: textOf(search['org']),
    from: textOf(search['from']),
    template: textOf(search['template']),
  };
}

export const readTemplatesSearch = (search: Record<string, unknown>): Pick<NewEventSearch, 'org'> => ({
  org: textOf(search['org']),
});
