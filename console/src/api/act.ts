import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';

/** An act that changes something: afterwards what is kept under these keys is asked for anew. */
export function useAct<Answer, Input = void>(
  perform: (input: Input) => Promise<Answer>,
  ...changes: QueryKey[]
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: perform,
    // Not waited for: a form that is drawn anew by what comes would no longer say that it was saved.
    onSuccess: () => {
      for (const queryKey of changes) void queries.invalidateQueries({ queryKey });
    },
  });
}
