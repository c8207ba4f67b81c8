/** The live examples: the form on an emulator in the page, a choice of situations, and the wire traffic beside it. */
import type { Clerk } from 'user-password-api';
import type { Emulator } from 'user-password-api/emulator';
// Here from the start: the page has to work when its network is cut.
import '../client/reverify.ts';
import { clear, type Example } from './examples/form.ts';
import { reverify } from './examples/reverification.ts';
import { logTraffic } from './traffic.ts';

const EMAIL = 'user@example.com';
const CURRENT = 'current-password-1';
const NEXT = 'correct horse battery staple';
const FREE = 'Change what is filled in as you like.';

interface Situation {
  readonly hasPassword?: false;
  readonly current?: string;
  readonly next?: string;
  readonly prepare?: (emulator: Emulator) => void;
}

const force =
  (answer: Parameters<Emulator['force']>[1]) =>
  (emulator: Emulator): void => {
    for (const operation of ['changePassword', 'removePassword'])
      emulator.force(operation, { ...answer, times: Infinity });
  };

const situations: Readonly<Record<string, Situation>> = {
  works: {},
  wrong: { current: 'not my password' },
  short: { next: 'short' },
  breached: { next: 'password123' },
  none: { hasPassword: false },
  locked: { prepare: (emulator) => void emulator.users.update(EMAIL, { locked: true }) },
  reverification: { prepare: (emulator) => void emulator.configure({ reverification: true }) },
  others: {},
  slow: { prepare: force({ latency: 2000 }) },
  down: { prepare: force({ fault: 'drop' }) },
};

const find = <Kind extends Element>(selector: string): Kind => {
  const found = document.querySelector<Kind>(selector);
  if (!found) throw new Error(`The page lacks ${selector}.`);
  return found;
};

/** Makes the form live. The SDK and the emulator are loaded once the page has been painted. */
export function lab({ start, show }: Example): void {
  const form = find<HTMLFormElement>('#form');
  const wire = find<HTMLElement>('#wire');
  const choice = find<HTMLSelectElement>('#situation');
  const note = find<HTMLElement>('#situation-note');
  const sessions = find<HTMLElement>('#sessions');
  let ready: Promise<Clerk> | undefined;
  /** Fires when another situation is chosen: from then on this one writes nothing to the page. */
  let situation = new AbortController();

  async function begin(name: string, { signal }: AbortController): Promise<Clerk> {
    const [{ Clerk }, { createEmulator }] = await Promise.all([
      // Not by the package's entry: form.ts needs that at once, and all of it would come along.
      import('../client/clerk.ts'),
      import('./lab-emulator.ts'),
    ]);
    const { hasPassword = true, prepare } = situations[name] ?? {};
    const verifiedMinutesAgo = name === 'reverification' ? 20 : 0;
    const mine = { user: EMAIL, token: 'dvb_page', verifiedMinutesAgo };
    const others = name === 'others' ? [{ user: EMAIL }, { user: EMAIL }] : [];
    const emulator = createEmulator({
      seed: { users: [{ email: EMAIL, password: hasPassword ? CURRENT : null }], sessions: [mine, ...others] },
    });
    prepare?.(emulator);
    const count = (): void => {
      const active = emulator.users.sessions(EMAIL).filter(({ status }) => status === 'active').length;
      sessions.textContent = `Signed in on ${active} ${active === 1 ? 'device' : 'devices'}. Passwords and tokens are hidden.`;
    };
    const clerk = new Clerk(emulator.publishableKey, {
      storage: { getItem: () => 'dvb_page', setItem: () => undefined },
      onReverification: reverify,
      fetch: logTraffic(wire, emulator.fetch, count, signal),
    });
    await clerk.load();
    if (clerk.user && !signal.aborted) show(form, clerk.user);
    return clerk;
  }

  const fillIn = (): void => {
    const { current = CURRENT, next = NEXT } = situations[choice.value] ?? {};
    const code = choice.selectedOptions[0]?.dataset['code'];
    const link = document.createElement('a');
    link.href = `../errors.html#${code}`;
    link.textContent = code ?? '';
    note.replaceChildren(...(code ? ['The response is ', link] : [FREE]));
    for (const [name, value] of [
      ['current_password', current],
      ['new_password', next],
    ] as const) {
      const field = form.elements.namedItem(name);
      if (!(field instanceof HTMLInputElement)) continue;
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  };
  const signedIn = (): Promise<Clerk> => (ready ??= begin(choice.value, situation));
  choice.addEventListener('change', () => {
    situation.abort();
    situation = new AbortController();
    // This also ends the submission under way.
    form.reset();
    clear(form);
    wire.replaceChildren();
    fillIn();
    ready = undefined;
    void signedIn();
  });
  start(form, signedIn);
  fillIn();
  requestAnimationFrame(() => setTimeout(signedIn));
}
