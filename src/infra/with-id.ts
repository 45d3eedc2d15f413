/** From MongoDB's shape to ours: `_id` becomes `id`, every other field keeps its name. */
export function withId<T extends { readonly _id: string }>(
  document: T,
): Omit<T, '_id'> & { readonly id: string } {
  const { _id, ...rest } = document;
  return { id: _id, ...rest };
}
