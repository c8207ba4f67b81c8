/** Those who want to be told. */

/** Makes a list of listeners, and the function that tells all of them. */
export function createListeners<News>() {
  // Each has an entry of its own, so that one function can listen twice.
  const entries = new Set<{ readonly listener: (news: News) => void }>();
  const tell = (listener: (news: News) => void, news: News): void => {
    try {
      listener(news);
    } catch (error) {
      // A listener's mistake must not look like a failure of the call, nor keep the others from hearing.
      console.error(error);
    }
  };
  return {
    /** Whether anybody listens. */
    get any() {
      return entries.size > 0;
    },
    tell,
    /** At once and not later: a faked clock holds up nothing. */
    tellAll(news: News): void {
      for (const entry of [...entries]) if (entries.has(entry)) tell(entry.listener, news);
    },
    add(listener: (news: News) => void): () => void {
      const entry = { listener };
      entries.add(entry);
      return () => void entries.delete(entry);
    },
  };
}
