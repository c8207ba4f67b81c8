/**
 * The other tabs of this browser: each hears of a sign-out in another. The channel and the message are those of the vendor's package,
 * so that pages with either package hear of each other.
 *
 * @returns The way to tell them; undefined outside of pages, and in pages that may not use it.
 */
export function joinTabs(onSignOut: () => void): BroadcastChannel | undefined {
  try {
    // Beside a document of tests there is Node's channel, with `unref`: it reaches the other test files, which are no tabs.
    if ('document' in globalThis && !('unref' in BroadcastChannel.prototype)) {
      const channel = new BroadcastChannel('clerk');
      channel.onmessage = ({ data }) => {
        if (data?.type === 'signout') onSignOut();
      };
      return channel;
    }
  } catch {
    // Pages of some kinds, such as sandboxed ones, are refused the channel.
  }
  return undefined;
}
