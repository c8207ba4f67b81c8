/** The form that `mountSignIn` shows: for mouse, keyboard, password managers and screen readers. */
import type { ClerkAPIResponseError, ClerkCallError } from './errors.ts';
import type { Resources, SignInWithPasswordParams } from './resources.ts';

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

/** The parts of a `Clerk` that the form needs. */
interface Clerk {
  signInWithPassword(params: SignInWithPasswordParams): Promise<unknown>;
  addListener(listener: (resources: Resources) => void): () => void;
  unmountSignIn(element: Element): void;
}

/** A form in its element. */
interface SignInForm {
  /** Puts it there, unless it is there. */
  show(): void;
  remove(): void;
}

const forms = new WeakMap<Element, SignInForm>();

/** Shows the form in the element, unless it is there. */
export function mount(element: Element, clerk: Clerk): void {
  const form = forms.get(element) ?? createSignInForm(element, clerk);
  forms.set(element, form);
  form.show();
}

/** Takes it away. */
export function unmount(element: Element): void {
  forms.get(element)?.remove();
  forms.delete(element);
}

/** Makes the form; it takes itself away once somebody is signed in, here or elsewhere. */
function createSignInForm(element: Element, clerk: Clerk): SignInForm {
  const page = element.ownerDocument;
  const id = `clerk-sign-in-${++count}`;
  const create = <Tag extends 'form' | 'label' | 'input' | 'p' | 'button' | 'style'>(
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

  // A sheet of the document, not a style element: a strict content security policy allows it. Made in the document's own realm,
  // which is another one in a frame. Where that is not to be had, an element in the form has to do.
  let undress = (): void => {};
  try {
    const view = page.defaultView ?? globalThis;
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(STYLE);
    const root = element.getRootNode();
    const owner = root instanceof view.ShadowRoot ? root : page;
    owner.adoptedStyleSheets = [...owner.adoptedStyleSheets, sheet];
    undress = () => {
      owner.adoptedStyleSheets = owner.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  } catch {
    const style = create('style', {});
    style.textContent = STYLE;
    form.append(style);
  }

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
    // Some keyboards put a space behind an address, and what is pasted can have characters that nobody sees.
    const address = identifier.value.replace(/\p{Cf}/gu, '').trim();
    if (!address) return complain('Enter your email address.', identifier);
    if (!password.value) return complain('Enter your password.', password);
    complain('');
    setBusy(true);
    try {
      await clerk.signInWithPassword({ identifier: address, password: password.value });
    } catch (cause) {
      // Another error is thrown before anything is sent: a password that is half a character, no `fetch` here.
      const [{ longMessage, meta }] = isOurs(cause) ? cause.errors : [{ longMessage: String(cause), meta: {} }];
      complain(
        longMessage,
        [identifier, password].find(({ name }) => name === meta.paramName),
      );
    }
    setBusy(false);
  });
  const stop = clerk.addListener(({ user }) => {
    if (user) clerk.unmountSignIn(element);
  });
  return {
    show() {
      if (element.contains(form)) return;
      form.reset();
      element.append(form);
    },
    remove() {
      stop();
      form.remove();
      undress();
    },
  };
}
