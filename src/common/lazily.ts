/** Loads a library when it is first used, so that no start waits for it. */
export function lazily<Library>(load: () => Promise<Library>): () => Promise<Library> {
  let library: Promise<Library> | undefined;
  return () => (library ??= load());
}
