/** Sends what a reader tries in the reference, to an emulator in the page or to the one that serves it, and checks the response. */
import type { Emulator } from 'user-password-api/emulator';
import { sentence } from '../cli/print.ts';
import { copyButton } from './scripts/copy.ts';

/** Where an emulator that serves this page has its own address. */
const SERVED = location.pathname.indexOf('/docs/');

let inPage: Promise<Emulator> | undefined;
const emulator = (): Promise<Emulator> =>
  (inPage ??= import('./lab-emulator.ts').then(({ createEmulator }) => createEmulator()));

function line(kind: string, ...inside: readonly (string | Node)[]): HTMLElement {
  const made = document.createElement('p');
  made.className = kind;
  made.append(...inside);
  return made;
}

/** Whether the form asks the emulator that serves the page. */
const isHere = (form: HTMLFormElement): boolean =>
  form.querySelector<HTMLSelectElement>('[data-choice=target]')?.value === 'here';

/** The address of the emulator that serves the page. */
const here = (): string => location.origin + location.pathname.slice(0, SERVED);

/** The request that the form describes. An empty optional field is not sent. */
function requestOf(form: HTMLFormElement, base: string): Request {
  const { method = 'GET', path = '/' } = form.dataset;
  const choice = (name: string): string => form.querySelector<HTMLSelectElement>(`[data-choice=${name}]`)?.value ?? '';
  const fields = new Map([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  const url = new URL(
    base +
      path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
        const value = String(fields.get(name));
        fields.delete(name);
        return encodeURIComponent(value);
      }),
  );
  if (choice('user') !== '') url.searchParams.set('__clerk_db_jwt', choice('user'));
  const headers: Record<string, string> = choice('situation') === '' ? {} : { Prefer: choice('situation') };
  const body = new URLSearchParams([...fields].filter(([, value]) => value !== ''));
  return new Request(url, { method, headers, ...(method === 'GET' ? {} : { body }) });
}

/** The contract's verdict on a response, in a sentence. */
async function verdict(operation: string, status: number, body: unknown): Promise<HTMLElement> {
  const { responseValidators } = await import('../../generated/validators.js');
  const known: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          ((value: unknown) => boolean) & { errors?: readonly { instancePath: string; message?: string }[] | null }
        >
      >
    >
  > = responseValidators;
  const validate = known[operation]?.[String(status)];
  if (!validate) return line('bad', `The contract does not list status ${status} for this operation.`);
  if (validate(body)) return line('good', '✓ The response matches the contract.');
  const [first] = validate.errors ?? [];
  return line(
    'bad',
    `✗ The response does not match the contract: ${first?.instancePath ?? ''} ${first?.message ?? ''}`,
  );
}

async function send(form: HTMLFormElement): Promise<void> {
  const result = form.querySelector('.try-result');
  form.setAttribute('aria-busy', 'true');
  try {
    const request = requestOf(form, isHere(form) ? here() : 'https://emulator.example');
    const response = await (isHere(form) ? fetch(request) : (await emulator()).fetch(request));
    const body: unknown = await response.json();
    const code = (body as { errors?: readonly { code: string }[] }).errors?.[0]?.code; // the emulator's own
    const link = Object.assign(document.createElement('a'), { href: `errors.html#${code}`, textContent: code ?? '' });
    const sample = document.createElement('pre');
    sample.tabIndex = 0;
    sample.textContent = JSON.stringify(body, null, 2);
    const bar = document.createElement('div');
    bar.className = 'sample-bar';
    bar.append('JSON', copyButton(sample, document.querySelector('.copied')));
    result?.replaceChildren(
      line(response.ok ? 'good' : 'bad', `${response.status} `, ...(code === undefined ? [] : [link])),
      await verdict(form.dataset['operation'] ?? '', response.status, body),
      bar,
      sample,
    );
  } catch (error) {
    result?.replaceChildren(line('bad', `No response: ${sentence(error)}`));
  } finally {
    form.removeAttribute('aria-busy');
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('.try form')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(form);
  });
  form.querySelector('[data-reset]')?.addEventListener('click', async () => {
    const result = form.querySelector('.try-result');
    try {
      if (isHere(form)) await fetch(`${here()}/__emulator/reset`, { method: 'POST' });
      else (await emulator()).reset();
      result?.replaceChildren(line('good', 'The emulator has its first users, sessions and settings again.'));
    } catch (error) {
      result?.replaceChildren(line('bad', `Not reset: ${sentence(error)}`));
    }
  });
  for (const served of form.querySelectorAll<HTMLOptionElement>('[value=here]')) served.disabled = SERVED < 0;
}
