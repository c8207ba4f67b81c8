/** Those who want to be told. */

/** Makes a list of listeners, and the function that tells all of them. */
export function createListeners<News>() {
  // Each has an entry of its own, so that one function can listen twice.
  const entries = new Set<(news: News) => void>();
  return {
    /** Whether anybody listens. */
    get any() {
      return entries.size > 0;
    },
    /** At once and not later: a faked clock holds up nothing. */
    tellAll(news: News): void {
      for (const tell of [...entries]) if (entries.has(tell)) tell(news);
    },
    /** @param now What the listener is told at once, if anything. */
    add(listener: (news: News) => void, now?: News): () => void {
      const tell = (news: News): void => {
        try {
          listener(news);
        } catch (error) {
          // A listener's mistake must not look like a failure of the call, nor keep the others from hearing.
          console.error(error);
        }
      };
      entries.add(tell);
      if (now) tell(now);
      return () => void entries.delete(tell);
    },
  };
}
