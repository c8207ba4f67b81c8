/**
 * The other tabs of this browser: each hears of a sign-out in another. The channel and the message are those of the vendor's package,
 * so that pages with either package hear of each other.
 *
 * @returns The way to tell them; undefined outside of pages, and in pages that may not use it.
 */
export function joinTabs(onSignOut: () => void): BroadcastChannel | undefined {
  if (!('document' in globalThis)) return undefined;
  try {
    const channel: BroadcastChannel & { unref?(): unknown } = new BroadcastChannel('clerk');
    channel.onmessage = ({ data }) => {
      if (data?.type === 'signout') onSignOut();
    };
    // Node's, beside a document of tests, would keep the process running.
    channel.unref?.();
    return channel;
  } catch {
    return undefined;
  }
}
