/** What both forms share: pending and success states, errors beside their field, show and hide. */
import { isClerkAPIResponseError, isClerkCallError } from 'user-password-api';

/** Fields by the name that the server gives them in `meta.paramName`. */
export function wireForm(form: HTMLFormElement, send: () => Promise<string | undefined>): void {
  const status = form.querySelector<HTMLElement>('.status');
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]');
  const say = (text: string, kind = ''): void => {
    if (!status) return;
    status.textContent = text;
    status.className = `status ${kind}`;
  };
  const blame = (name: unknown, text: string): void => {
    const field = typeof name === 'string' ? form.elements.namedItem(name) : null;
    const place = form.querySelector(`[data-error="${String(name)}"]`);
    if (!(field instanceof HTMLInputElement) || !place) {
      say(text, 'bad');
      return;
    }
    field.setAttribute('aria-invalid', 'true');
    place.textContent = text;
    say('');
    field.focus();
  };
  for (const toggle of form.querySelectorAll<HTMLInputElement>('[data-show]')) {
    toggle.addEventListener('change', () => {
      for (const field of form.querySelectorAll<HTMLInputElement>('[data-password]')) {
        field.type = toggle.checked ? 'text' : 'password';
      }
    });
  }
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (button?.disabled) return;
    for (const place of form.querySelectorAll('[data-error]')) place.textContent = '';
    for (const field of form.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
    if (button) button.disabled = true;
    say('One moment …');
    try {
      const done = await send();
      if (done !== undefined) form.reset();
      say(done ?? '', 'good');
    } catch (error) {
      if (isClerkAPIResponseError(error)) blame(error.errors[0].meta.paramName, error.errors[0].longMessage);
      else if (isClerkCallError(error)) say(error.errors[0].longMessage, 'bad');
      else throw error;
    } finally {
      if (button) button.disabled = false;
    }
  });
}

/** Opens a dialog; true where the person said yes. */
export function ask(dialog: HTMLDialogElement): Promise<boolean> {
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}
