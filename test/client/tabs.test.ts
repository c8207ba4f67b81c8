/** A sign-out reaches the other tabs: here, several instances of one page, and the vendor's message. */
import { Clerk } from 'user-password-api';
import { createEmulator } from 'user-password-api/emulator';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { example, json, setUp, signedIn } from './stub.ts';

const channels = new Set<TabChannel>();
const mistakes: unknown[] = [];

/** What browsers have between the tabs of one origin. */
class TabChannel {
  onmessage: ((event: { readonly data: unknown }) => void) | null = null;
  readonly name: string;
  constructor(name: string) {
    this.name = name;
    channels.add(this);
  }
  postMessage(data: unknown): void {
    for (const other of channels) {
      if (other === this || other.name !== this.name) continue;
      queueMicrotask(() => {
        try {
          other.onmessage?.({ data });
        } catch (error) {
          mistakes.push(error);
        }
      });
    }
  }
  close(): void {
    channels.delete(this);
  }
}

/** What the browser calls when it shows a page. */
const onShow = new Set<(event: { readonly persisted: boolean }) => void>();

beforeEach(() => {
  vi.stubGlobal('document', {});
  vi.stubGlobal('addEventListener', (type: string, listener: (event: { readonly persisted: boolean }) => void) => {
    if (type === 'pageshow') onShow.add(listener);
  });
  vi.stubGlobal('BroadcastChannel', TabChannel);
});
afterEach(() => {
  vi.unstubAllGlobals();
  channels.clear();
  onShow.clear();
  expect(mistakes.splice(0)).toEqual([]);
});

/** Resolves when the `Clerk` says that nobody is signed in. */
const signedOut = (clerk: Clerk) =>
  new Promise<void>((resolve) => {
    clerk.addListener(({ user }) => {
      if (user === null) resolve();
    });
  });

/** Two tabs in which the same person is signed in. */
async function twoTabs() {
  const emulator = createEmulator();
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const open = () => new Clerk(emulator.publishableKey, { fetch: emulator.fetch, storage });
  const here = open();
  await here.signInWithPassword({ identifier: 'user@example.com', password: 'current-password-1' });
  const there = open();
  await there.load();
  expect(there.user?.firstName).toBe('Ada');
  return { here, there };
}

test('the other tab shows that nobody is signed in when one signs out', async () => {
  const { here, there } = await twoTabs();
  const heard = signedOut(there);
  await here.signOut();
  await heard;
  expect(there.user).toBeNull();
});

test('other tabs get the message of the vendor’s package when one signs out', async () => {
  const { here } = await twoTabs();
  const channel = new BroadcastChannel('clerk');
  try {
    const message = new Promise((resolve) => {
      channel.onmessage = (event) => resolve('data' in event ? event.data : undefined);
    });
    await here.signOut();
    expect(await message).toEqual({ type: 'signout' });
  } finally {
    channel.close();
  }
});

test('the server is asked again when the vendor’s package signs out in another tab', async () => {
  const { clerk, sent } = await signedIn();
  const before = sent('client').length;
  const channel = new BroadcastChannel('clerk');
  channel.postMessage({ type: 'something else' });
  channel.postMessage(null);
  // Everything that follows a message is done by then.
  await new Promise((resolve) => setImmediate(resolve));
  expect(sent('client')).toHaveLength(before);
  channel.postMessage({ type: 'signout' });
  await vi.waitUntil(() => sent('client').length > before);
  channel.close();
  expect(sent('client')).toHaveLength(before + 1);
  expect(clerk.user).not.toBeNull();
});

test('a page of tests does not join the channel of Node, which reaches the other test files', async () => {
  vi.unstubAllGlobals();
  const joined: string[] = [];
  vi.stubGlobal('document', {});
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal(
    'BroadcastChannel',
    class extends BroadcastChannel {
      constructor(name: string) {
        super(name);
        joined.push(name);
        this.close();
      }
    },
  );
  const { clerk } = await signedIn();
  await clerk.signOut();
  expect(joined).toEqual([]);
});

test('no channel is joined outside of pages: it would keep a program from ending', () => {
  Reflect.deleteProperty(globalThis, 'document');
  setUp();
  expect(channels.size).toBe(0);
});

test('everything else works when a page may not use channels', async () => {
  vi.stubGlobal(
    'BroadcastChannel',
    class {
      constructor() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      }
    },
  );
  const { clerk } = setUp();
  await clerk.load();
  await clerk.signOut();
  expect(clerk.user).toBeNull();
});

test.each([
  ['signed out', 'signed_in', 'signed_out_everywhere', TabChannel],
  ['signed in', 'signed_out_everywhere', 'signed_in', TabChannel],
  ['signed out, without channels', 'signed_in', 'signed_out_everywhere', undefined],
] as const)('a page that comes back by the Back button shows who %s meanwhile', async (_, before, after, channel) => {
  vi.stubGlobal('BroadcastChannel', channel);
  let answer = example(before);
  const { clerk, sent } = setUp({ client: () => json(answer) });
  await clerk.load();
  const isOther = new Promise<void>((resolve) => {
    clerk.addListener(() => resolve(), { skipInitialEmit: true });
  });
  const show = (persisted: boolean): void => {
    for (const listener of onShow) listener({ persisted });
  };
  show(false);
  expect(sent('client')).toHaveLength(1);
  answer = example(after);
  show(true);
  await isOther;
  expect(clerk.user?.firstName).toBe(after === 'signed_in' ? 'Ada' : undefined);
  expect(sent('client')).toHaveLength(2);
});

test('a page that comes back before it asked who is signed in does not ask', async () => {
  const { clerk, sent } = setUp();
  for (const listener of onShow) listener({ persisted: true });
  await clerk.signInWithPassword({ identifier: 'user@example.com', password: 'current-password-1' });
  expect(sent('client')).toEqual([]);
});
