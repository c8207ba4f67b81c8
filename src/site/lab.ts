/** The live examples: the form on an emulator in the page, a choice of situations, and the wire traffic beside it. */
import type { Clerk, Reverification } from 'user-password-api';
import type { Emulator } from 'user-password-api/emulator';
import { ask } from './examples/form.ts';

const EMAIL = 'user@example.com';
const CURRENT = 'current-password-1';
const NEXT = 'correct horse battery staple';

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
  slow: { prepare: force({ latency: 3000 }) },
  down: { prepare: force({ fault: 'drop' }) },
};

const find = <Kind extends Element>(selector: string): Kind => {
  const found = document.querySelector<Kind>(selector);
  if (!found) throw new Error(`The page lacks ${selector}.`);
  return found;
};

/** Passwords and tokens are hidden, whatever they are. */
function shown(url: URL, body: string): string {
  const hide = (name: string, value: string): string => (/password|jwt|token/.test(name) ? '[hidden]' : value);
  const lines = [...url.searchParams, ...new URLSearchParams(body)].map(
    ([name, value]) => `  ${name} = ${hide(name, value)}`,
  );
  return lines.join('\n');
}

async function reverify({ verifyWithPassword }: Reverification): Promise<void> {
  const dialog = find<HTMLDialogElement>('#reverify');
  const field = find<HTMLInputElement>('#reverify-password');
  field.value = '';
  if (await ask(dialog)) await verifyWithPassword(field.value);
}

/** Makes the form live. The SDK and the emulator are loaded once the page has been painted. */
export function lab(start: (form: HTMLFormElement, current: () => Promise<Clerk>) => void): void {
  const form = find<HTMLFormElement>('#form');
  const wire = find<HTMLElement>('#wire');
  const choice = find<HTMLSelectElement>('#situation');
  const sessions = find<HTMLElement>('#sessions');
  let ready: Promise<Clerk> | undefined;

  async function begin(name: string): Promise<Clerk> {
    const [{ Clerk }, { createEmulator }] = await Promise.all([
      import('user-password-api'),
      import('user-password-api/emulator'),
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
      sessions.textContent = `Signed in on ${active} ${active === 1 ? 'device' : 'devices'}.`;
    };
    const clerk = new Clerk(emulator.publishableKey, {
      storage: { getItem: () => 'dvb_page', setItem: () => undefined },
      onReverification: reverify,
      fetch: async (address, init) => {
        const url = new URL(address);
        const line = `${init.method ?? 'GET'} ${url.pathname}\n${shown(url, String(init.body ?? ''))}`;
        wire.textContent = `${wire.textContent}${line}\n`;
        try {
          const answer = await emulator.fetch(address, init);
          const { errors } = (await answer.clone().json()) as { errors?: readonly { code: string }[] };
          wire.textContent = `${wire.textContent}→ ${answer.status} ${errors?.[0]?.code ?? ''}\n\n`;
          return answer;
        } catch (error) {
          wire.textContent = `${wire.textContent}→ no answer\n\n`;
          throw error;
        } finally {
          count();
        }
      },
    });
    await clerk.load();
    return clerk;
  }

  const choose = (): void => {
    const { current = CURRENT, next = NEXT, hasPassword = true } = situations[choice.value] ?? {};
    form.reset();
    wire.textContent = '';
    for (const [name, value] of [
      ['current_password', current],
      ['new_password', next],
    ] as const) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = value;
    }
    const field = document.querySelector<HTMLElement>('#current-field');
    if (field && form.elements.namedItem('new_password')) field.hidden = !hasPassword;
    for (const place of form.querySelectorAll('[data-error], .status')) place.textContent = '';
    for (const invalid of form.querySelectorAll('[aria-invalid]')) invalid.removeAttribute('aria-invalid');
    ready = begin(choice.value);
  };
  choice.addEventListener('change', choose);
  start(form, () => (ready ??= begin(choice.value)));
  requestAnimationFrame(() => setTimeout(choose));
}
