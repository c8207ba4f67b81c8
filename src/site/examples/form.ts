/** What both forms share: pending and success states, errors beside their field, show and hide. Texts become text, never HTML. */
import { type Clerk, isClerkAPIResponseError, isClerkCallError, type User } from 'user-password-api';

/** What a page is given to make its form live. */
export interface Example {
  /** `signedIn` gives the session that is signed in at the time of the call. */
  readonly start: (form: HTMLFormElement, signedIn: () => Promise<Clerk>) => void;
  /** Shows the form to this user. */
  readonly show: (form: HTMLFormElement, user: User) => void;
}

/** Shows whose password it is; password managers look for that too. */
export function showAccount(form: HTMLFormElement, user: User): void {
  const username = form.elements.namedItem('username');
  if (username instanceof HTMLInputElement) username.defaultValue = user.emailAddresses[0]?.emailAddress ?? '';
}

const put = (form: HTMLFormElement, place: string, text: string): void => {
  const element = form.querySelector(place);
  if (element) element.textContent = text;
};

/** Takes away what was said about the last attempt. */
export function clear(form: HTMLFormElement): void {
  for (const place of form.querySelectorAll('[data-error], .problem, .status')) place.textContent = '';
  for (const field of form.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
}

/** Says what was refused: beside the field where the server names one, else above the button. The first bad field gets the focus. */
export function showError(form: HTMLFormElement, error: unknown): void {
  if (!isClerkAPIResponseError(error) && !isClerkCallError(error)) throw error;
  let first: HTMLInputElement | undefined;
  for (const { longMessage, meta } of error.errors) {
    const field = form.elements.namedItem(meta.paramName ?? '');
    // A field that is not shown cannot be corrected.
    if (!(field instanceof HTMLInputElement) || !field.checkVisibility()) {
      put(form, '.problem', longMessage);
      continue;
    }
    field.setAttribute('aria-invalid', 'true');
    put(form, `[data-error="${field.name}"]`, longMessage);
    first ??= field;
  }
  first?.focus();
}

function reveal(button: HTMLButtonElement, shown: boolean): void {
  const field = document.getElementById(button.dataset['show'] ?? '');
  if (!(field instanceof HTMLInputElement)) return;
  field.type = shown ? 'text' : 'password';
  button.textContent = shown ? 'Hide' : 'Show';
  button.setAttribute(
    'aria-label',
    `${shown ? 'Hide' : 'Show'} ${field.labels?.[0]?.textContent?.toLowerCase() ?? ''}`,
  );
}

/**
 * Makes a form live. `send` resolves to what to say on success; it is not called if `sure` resolves to false.
 * Resetting the form ends the submission under way: its signal fires, and it writes nothing more.
 */
export function wireForm(
  form: HTMLFormElement,
  send: (signal: AbortSignal) => Promise<string>,
  sure: (signal: AbortSignal) => Promise<boolean> = async () => true,
): void {
  let submission = new AbortController();
  const buttons = form.querySelectorAll<HTMLButtonElement>('[data-show]');
  for (const button of buttons) {
    button.addEventListener('click', () => reveal(button, button.textContent === 'Show'));
  }
  form.addEventListener('reset', () => {
    submission.abort();
    form.ariaBusy = 'false';
    for (const button of buttons) reveal(button, false);
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    // Not `disabled`, which would take the focus away.
    if (form.ariaBusy === 'true') return;
    submission.abort();
    submission = new AbortController();
    const { signal } = submission;
    clear(form);
    // Password managers know a field by its type.
    for (const button of buttons) reveal(button, false);
    if (!(await sure(signal)) || signal.aborted) return;
    form.ariaBusy = 'true';
    put(form, '.status', 'One moment …');
    try {
      const done = await send(signal);
      if (signal.aborted) return;
      form.reset();
      put(form, '.status', done);
    } catch (error) {
      if (signal.aborted) return;
      form.ariaBusy = 'false';
      put(form, '.status', '');
      showError(form, error);
    }
  });
}

/**
 * Opens a dialog and resolves to whether the person said yes. Escape means no, and the browser moves the focus back.
 * If the signal fires, the dialog closes and the answer is no.
 */
export function ask(dialog: HTMLDialogElement, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (yes: boolean): void => {
      dialog.removeEventListener('close', onClose);
      signal.removeEventListener('abort', onAbort);
      resolve(yes);
    };
    const onClose = (): void => {
      // The event comes late: if the dialog is open again, it is about the time before.
      if (!dialog.open) end(dialog.returnValue === 'yes');
    };
    const onAbort = (): void => {
      dialog.close();
      end(false);
    };
    if (signal.aborted) return resolve(false);
    dialog.addEventListener('close', onClose);
    signal.addEventListener('abort', onAbort);
    dialog.returnValue = '';
    dialog.showModal();
  });
}
