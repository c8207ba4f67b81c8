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

/** Makes a form live. `send` gives what to say on success; it is not called where `sure` gives false. */
export function wireForm(
  form: HTMLFormElement,
  send: () => Promise<string>,
  sure: () => Promise<boolean> = async () => true,
): void {
  const buttons = form.querySelectorAll<HTMLButtonElement>('[data-show]');
  for (const button of buttons) {
    button.addEventListener('click', () => reveal(button, button.textContent === 'Show'));
  }
  form.addEventListener('reset', () => {
    for (const button of buttons) reveal(button, false);
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    // Not `disabled`, which would take the focus away.
    if (form.ariaBusy === 'true') return;
    clear(form);
    // Password managers know a field by its type.
    for (const button of buttons) reveal(button, false);
    if (!(await sure())) return;
    form.ariaBusy = 'true';
    put(form, '.status', 'One moment …');
    try {
      const done = await send();
      form.reset();
      put(form, '.status', done);
    } catch (error) {
      put(form, '.status', '');
      showError(form, error);
    } finally {
      form.ariaBusy = 'false';
    }
  });
}

/** Counts what was asked, to know what an answer is to. */
let asked = 0;

/** Opens a dialog; true where the person said yes. Escape means no, and the focus comes back by itself. */
export function ask(dialog: HTMLDialogElement): Promise<boolean> {
  const mine = ++asked;
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    const onClose = (): void => {
      const isMine = mine === asked;
      // The event comes late: where the dialog is open again, it tells of the time before.
      if (isMine && dialog.open) return;
      dialog.removeEventListener('close', onClose);
      resolve(isMine && dialog.returnValue === 'yes');
    };
    dialog.addEventListener('close', onClose);
  });
}
