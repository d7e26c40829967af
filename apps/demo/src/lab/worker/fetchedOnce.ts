/**
 * Fetches something once, again only if that failed. For modules that are needed all the time: a browser makes hundreds of tasks of
 * finding out that it has all of a module that is imported again.
 */
export function fetchedOnce<T>(fetch: () => Promise<T>): () => Promise<T> {
  let fetched: Promise<T> | undefined;
  return () => {
    fetched ??= fetch().catch((error: unknown) => {
      fetched = undefined;
      throw error;
    });
    return fetched;
  };
}
