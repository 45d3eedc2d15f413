/** Where a page of a list begins: `next_cursor` of the page before. */
export type Cursor = string | null;

export const FIRST = null as Cursor;

/** The part of a query that asks for a page. */
export const pageAt = (cursor: Cursor): { readonly cursor?: string } => (cursor === null ? {} : { cursor });

export const nextOf = ({ next_cursor }: { readonly next_cursor: Cursor }): Cursor => next_cursor;
