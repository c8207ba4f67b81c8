/**
 * News from elsewhere in this browser: a sign-out in another tab, or anything while this page was kept for the Back button. The
 * channel and the message are those of the vendor's package, so that pages with either package hear of each other.
 *
 * @param onChange Called when somebody else may be signed in by now.
 * @returns The way to tell the other tabs; undefined outside of pages, and in pages that may not use it.
 */
export function joinTabs(onChange: () => void): BroadcastChannel | undefined {
  try {
    if ('document' in globalThis) {
      addEventListener('pageshow', ({ persisted }) => {
        if (persisted) onChange();
      });
      // Beside a document of tests there is Node's channel, with `unref`: it reaches the other test files, which are no tabs.
      if (!('unref' in BroadcastChannel.prototype)) {
        const channel = new BroadcastChannel('clerk');
        channel.onmessage = ({ data }) => {
          if (data?.type === 'signout') onChange();
        };
        return channel;
      }
    }
  } catch {
    // Pages of some kinds, such as sandboxed ones, are refused the channel; old browsers have none.
  }
  return undefined;
}
