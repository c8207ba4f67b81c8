/** The form that `mountSignIn` shows: for mouse, keyboard, password managers and screen readers. */
import type { ClerkAPIResponseError, ClerkCallError } from './errors.ts';
import type { SignInWithPasswordParams } from './resources.ts';

/**
 * Of no weight (`:where`), so that any rule of the page wins. The colours are the system's and follow `color-scheme`, which
 * is left to the page.
 */
const STYLE = `
:where(.clerk-sign-in){display:grid;gap:.375rem;max-width:22rem;font:1rem/1.5 system-ui,sans-serif}
:where(.clerk-sign-in label){font-weight:600}
:where(.clerk-sign-in) :where(input,button){box-sizing:border-box;width:100%;min-height:2.75rem;padding:.5rem .75rem;margin:0 0 .5rem;border:1px solid GrayText;border-radius:.5rem;background:Field;color:FieldText;font:inherit}
:where(.clerk-sign-in button){border-color:transparent;background:FieldText;color:Field;font-weight:600;cursor:pointer}
:where(.clerk-sign-in [aria-disabled=true]){opacity:.6;cursor:progress}
:where(.clerk-sign-in [aria-invalid=true]){border:2px solid #d33}
:where(.clerk-sign-in [role=alert]){margin:0}
:where(.clerk-sign-in [role=alert]:not(:empty)){margin:0 0 .5rem;border-left:.25rem solid #d33;padding-left:.75rem}`;

// By name: this file is loaded by itself, without the classes.
const isOurs = (error: unknown): error is ClerkAPIResponseError | ClerkCallError =>
  error instanceof Error && /^Clerk(APIResponse|Call)Error$/.test(error.name);

let count = 0;

/** What the form needs of a `Clerk`. */
interface Clerk {
  readonly signInWithPassword: (params: SignInWithPasswordParams) => Promise<unknown>;
  readonly unmountSignIn: (element: Element) => void;
}

/** Shows the form; it takes itself away once somebody is signed in. */
export function showSignInForm(element: Element, clerk: Clerk): () => void {
  const page = element.ownerDocument;
  const id = `clerk-sign-in-${++count}`;
  const create = <Tag extends 'form' | 'label' | 'input' | 'p' | 'button'>(
    tag: Tag,
    attributes: Record<string, string>,
  ) => {
    const made = page.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };
  const label = (name: string, text: string): HTMLLabelElement => {
    const made = create('label', { for: `${id}-${name}` });
    made.textContent = text;
    return made;
  };
  const input = (name: string, attributes: Record<string, string>): HTMLInputElement =>
    create('input', {
      id: `${id}-${name}`,
      name,
      required: '',
      spellcheck: 'false',
      autocapitalize: 'none',
      'aria-describedby': `${id}-error`,
      ...attributes,
    });

  const form = create('form', { class: 'clerk-sign-in', 'aria-label': 'Sign in', novalidate: '' });
  const identifier = input('identifier', { inputmode: 'email', autocomplete: 'username' });
  const password = input('password', { type: 'password', autocomplete: 'current-password' });
  const error = create('p', { id: `${id}-error`, role: 'alert' });
  const button = create('button', {});
  form.append(label('identifier', 'Email address'), identifier, label('password', 'Password'), password, error, button);

  // A sheet of the document, not a style attribute: a strict content security policy allows it.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  const root = element.getRootNode();
  const sheets = (root instanceof ShadowRoot ? root : page).adoptedStyleSheets;
  sheets.push(sheet);

  const complain = (text: string, faulty?: HTMLInputElement): void => {
    error.textContent = text;
    for (const field of [identifier, password]) field.setAttribute('aria-invalid', String(field === faulty));
    faulty?.focus();
  };
  let busy = false;
  const setBusy = (now: boolean): void => {
    busy = now;
    // Not `disabled`: that would take the focus away.
    for (const [name, target] of [
      ['aria-busy', form],
      ['aria-disabled', button],
    ] as const)
      target.setAttribute(name, String(now));
    button.textContent = now ? 'Signing in…' : 'Sign in';
  };
  setBusy(false);

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (busy) return;
    if (!identifier.value) return complain('Enter your email address.', identifier);
    if (!password.value) return complain('Enter your password.', password);
    complain('');
    setBusy(true);
    try {
      await clerk.signInWithPassword({ identifier: identifier.value, password: password.value });
      clerk.unmountSignIn(element);
    } catch (cause) {
      setBusy(false);
      if (!isOurs(cause)) throw cause;
      const [{ longMessage, meta }] = cause.errors;
      complain(
        longMessage,
        [identifier, password].find(({ name }) => name === meta.paramName),
      );
    }
  });
  element.append(form);
  return () => {
    form.remove();
    const at = sheets.indexOf(sheet);
    if (at >= 0) sheets.splice(at, 1);
  };
}
