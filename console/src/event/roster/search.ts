/** How a roster is shown, as its address holds it. */
export interface RosterSearch {
  /** Missing: by roles. */
  readonly by?: 'ships' | undefined;
  /** Only whose name holds this. */
  readonly name?: string | undefined;
}

export function readRosterSearch({ by, name }: Record<string, unknown>): RosterSearch {
  return {
    by: by === 'ships' ? by : undefined,
    name: typeof name === 'string' && name !== '' ? name : undefined,
  };
}
