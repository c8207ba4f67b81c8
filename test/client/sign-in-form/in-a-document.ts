/** The sign-in form in a document that is no browser's: imported by a file per implementation. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { example, json, LIVE_KEY, later, setUp } from '../stub.ts';

let place: HTMLElement;
beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>';
  const found = document.getElementById('app');
  if (!found) throw new Error('No #app');
  place = found;
});

/** Nobody is signed in until the form is sent. */
const nobody = () => json({ response: null, client: null });
const server = () => setUp({ client: nobody }, {}, LIVE_KEY);

const field = (name: string): HTMLInputElement => {
  const found = place.querySelector<HTMLInputElement>(`[name=${name}]`);
  if (!found) throw new Error(`No field ${name}`);
  return found;
};
const shown = () => expect.poll(() => place.querySelector('form')).not.toBeNull();
const gone = () => expect.poll(() => place.querySelector('form')).toBeNull();
/** What `mountSignIn` waits for. */
const loaded = async () => {
  await import('../../../src/client/sign-in-form.ts');
  await Promise.resolve();
};
const submit = () => place.querySelector('form')?.requestSubmit();

async function signIn(): Promise<void> {
  field('identifier').value = 'user@example.com';
  field('password').value = 'current-password-1';
  submit();
}

describe('mountSignIn', () => {
  test('shows the form, says what is missing, signs in, and goes away', async () => {
    const { clerk } = server();
    await clerk.load();
    clerk.mountSignIn(place);
    await shown();
    submit();
    expect(place.querySelector('[role=alert]')?.textContent).toBe('Enter your email address.');
    await signIn();
    await gone();
    expect(clerk.user?.firstName).toBe('Ada');
  });

  test('styles the form by an element, and takes that away too, when documents have no adoptedStyleSheets', async () => {
    vi.stubGlobal('CSSStyleSheet', undefined);
    try {
      const { clerk } = server();
      clerk.mountSignIn(place);
      await shown();
      expect(place.querySelector('style')?.textContent).toContain('.clerk-sign-in');
      await signIn();
      await gone();
      expect(document.querySelector('style')).toBeNull();
    } finally {
      vi.unstubAllGlobals();
    }
  });

  test('is made for password managers and screen readers, also when there are two', async () => {
    const { clerk } = server();
    clerk.mountSignIn(place);
    await shown();
    const other = document.createElement('div');
    document.body.append(other);
    clerk.mountSignIn(other);
    await expect.poll(() => other.querySelector('form')).not.toBeNull();
    expect(place.querySelector('form')?.getAttribute('aria-label')).toBe('Sign in');
    expect(place.querySelector('form')?.className).toBe('clerk-sign-in');
    expect(place.querySelector('form')?.hasAttribute('novalidate')).toBe(true);
    const ids = [...document.querySelectorAll('[id^=clerk-sign-in-]')].map(({ id }) => id);
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(6);
    const described = (name: string) => {
      const { id } = field(name);
      const attributes = [...field(name).attributes].map((one): [string, string] => [one.name, one.value]);
      return {
        label: place.querySelector(`label[for="${id}"]`)?.textContent,
        description: place.querySelector(`#${field(name).getAttribute('aria-describedby')}`)?.getAttribute('role'),
        ...Object.fromEntries(attributes.filter(([name]) => !['id', 'aria-describedby'].includes(name))),
      };
    };
    const both = { description: 'alert', required: '', spellcheck: 'false', autocapitalize: 'none' };
    expect(described('identifier')).toEqual({
      ...both,
      label: 'Email address',
      name: 'identifier',
      inputmode: 'email',
      autocomplete: 'username',
    });
    expect(described('password')).toEqual({
      ...both,
      label: 'Password',
      name: 'password',
      type: 'password',
      autocomplete: 'current-password',
    });
  });

  test('has its style while it is there, and leaves that of the page alone', async () => {
    // jsdom has no sheets of a document: there it is an element of the form.
    const all = () => document.adoptedStyleSheets ?? [];
    if (document.adoptedStyleSheets) document.adoptedStyleSheets = [new CSSStyleSheet(), new CSSStyleSheet()];
    const before = [...all()];
    const { clerk } = server();
    clerk.mountSignIn(place);
    await shown();
    const element = place.querySelector('style');
    if (element === null) {
      expect(all().slice(0, -1)).toEqual(before);
      expect(all().at(-1)?.cssRules.length).toBeGreaterThan(5);
    } else expect(element.textContent).toContain(':where(.clerk-sign-in)');
    clerk.unmountSignIn(place);
    await gone();
    expect(all()).toEqual(before);
  });

  test('says that it is signing in, then what was wrong, at the field, and tries again', async () => {
    const response = later<Response>();
    let count = 0;
    const { clerk, sent } = setUp(
      {
        client: nobody,
        sign_ins: () => (++count === 1 ? response.promise : json(example('signed_in_by_password'))),
      },
      {},
      LIVE_KEY,
    );
    clerk.mountSignIn(place);
    await shown();
    const form = place.querySelector('form');
    const button = place.querySelector('button');
    const state = () => [
      form?.getAttribute('aria-busy'),
      button?.getAttribute('aria-disabled'),
      button?.textContent,
      place.querySelector('[role=alert]')?.textContent,
    ];
    submit();
    expect(document.activeElement).toBe(field('identifier'));
    expect(field('identifier').getAttribute('aria-invalid')).toBe('true');
    await signIn();
    expect(state()).toEqual(['true', 'true', 'Signing in…', '']);
    expect(field('identifier').getAttribute('aria-invalid')).toBe('false');
    response.resolve(json(example('form_password_incorrect-2'), 422));
    await expect.poll(() => field('password').getAttribute('aria-invalid')).toBe('true');
    expect(state()).toEqual(['false', 'false', 'Sign in', expect.stringMatching(/password/i)]);
    expect(document.activeElement).toBe(field('password'));
    submit();
    await gone();
    expect(sent('sign_ins')).toHaveLength(2);
  });

  test('does not leave the page when it is submitted', async () => {
    const { clerk } = server();
    clerk.mountSignIn(place);
    await shown();
    const event = new Event('submit', { cancelable: true });
    place.querySelector('form')?.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
  });

  test('says that the server did not respond, at no field', async () => {
    const { clerk } = setUp({ client: nobody, sign_ins: () => Promise.reject(new TypeError('no')) }, {}, LIVE_KEY);
    clerk.mountSignIn(place);
    await shown();
    await signIn();
    await expect.poll(() => place.querySelector('[role=alert]')?.textContent).toBe('The server did not respond.');
    expect(place.querySelectorAll('[aria-invalid=true]')).toHaveLength(0);
  });

  test('shows nothing when somebody is signed in', async () => {
    const { clerk } = setUp({}, {}, LIVE_KEY);
    clerk.mountSignIn(place);
    // It is not known yet who is signed in.
    await shown();
    await clerk.load();
    await gone();
    clerk.mountSignIn(place);
    const other = document.createElement('div');
    clerk.mountSignIn(other);
    await loaded();
    expect(place.innerHTML + other.innerHTML).toBe('');
  });

  test('is not even loaded when somebody is signed in', async () => {
    let isLoaded = false;
    vi.doMock('../../../src/client/sign-in-form.ts', () => {
      isLoaded = true;
      return {};
    });
    try {
      const { clerk } = setUp({}, {}, LIVE_KEY);
      await clerk.load();
      clerk.mountSignIn(place);
      await vi.dynamicImportSettled();
      expect(isLoaded).toBe(false);
    } finally {
      vi.doUnmock('../../../src/client/sign-in-form.ts');
    }
  });

  test('goes away when the sign-in came from elsewhere', async () => {
    const { clerk } = server();
    clerk.mountSignIn(place);
    await shown();
    await clerk.signInWithPassword({ identifier: 'user@example.com', password: 'current-password-1' });
    await gone();
  });

  test('is a new one, empty and with its style, when the person signs in again after a sign-out', async () => {
    const { clerk, sent } = server();
    const styles = () => (document.adoptedStyleSheets ?? []).length + place.querySelectorAll('style').length;
    const before = styles();
    for (const times of [1, 2]) {
      clerk.mountSignIn(place);
      await shown();
      expect([field('password').value, styles()]).toEqual(['', before + 1]);
      await signIn();
      await gone();
      expect(styles()).toBe(before);
      expect(sent('sign_ins')).toHaveLength(times);
      await clerk.signOut();
    }
  });

  test('hears of nobody any more when it was taken away', async () => {
    const { clerk } = server();
    clerk.mountSignIn(place);
    await shown();
    clerk.unmountSignIn(place);
    await gone();
    const unmounted = vi.spyOn(clerk, 'unmountSignIn');
    await clerk.signInWithPassword({ identifier: 'user@example.com', password: 'current-password-1' });
    expect(unmounted).not.toHaveBeenCalled();
  });

  test('stays, and can be used, when the person signed out while it was signing in', async () => {
    const response = later<Response>();
    const { clerk, sent } = setUp({ client: nobody, sign_ins: () => response.promise }, {}, LIVE_KEY);
    clerk.mountSignIn(place);
    await shown();
    await signIn();
    await expect.poll(() => sent('sign_ins').length).toBe(1);
    await clerk.signOut();
    response.resolve(json(example('signed_in_by_password')));
    await expect.poll(() => place.querySelector('form')?.getAttribute('aria-busy')).toBe('false');
    expect(clerk.user).toBeNull();
    expect(place.querySelector('button')?.textContent).toBe('Sign in');
  });

  test('shows one form again, empty, when the page emptied the element and asks again', async () => {
    const { clerk } = server();
    clerk.mountSignIn(place);
    await shown();
    field('password').value = 'half a pass';
    clerk.mountSignIn(place);
    await loaded();
    expect(field('password').value).toBe('half a pass');
    place.innerHTML = '';
    clerk.mountSignIn(place);
    await shown();
    expect(place.querySelectorAll('form')).toHaveLength(1);
    expect(field('password').value).toBe('');
    clerk.unmountSignIn(place);
    await gone();
  });

  test('says so on the console when the form cannot be loaded, and works at the next try', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.doMock('../../../src/client/sign-in-form.ts', () => {
      throw new TypeError('Failed to fetch dynamically imported module');
    });
    const { clerk } = server();
    try {
      clerk.mountSignIn(place);
      await expect.poll(() => said.mock.calls.length).toBe(1);
      expect(said.mock.calls[0]?.[0]).toMatch(/sign-in form.*mountSignIn again/);
      clerk.unmountSignIn(place);
    } finally {
      vi.doUnmock('../../../src/client/sign-in-form.ts');
    }
    clerk.mountSignIn(place);
    await shown();
  });

  test('leaves out the space that a keyboard puts behind an address, and nothing of the password', async () => {
    const { clerk, sent } = server();
    clerk.mountSignIn(place);
    await shown();
    field('identifier').value = ' user@example.com ';
    field('password').value = ' current-password-1 ';
    submit();
    await gone();
    expect(sent('sign_ins').map(({ form }) => form)).toEqual([
      { strategy: 'password', identifier: 'user@example.com', password: ' current-password-1 ' },
    ]);
  });

  test('leaves out the invisible characters of a pasted address, and nothing of the password', async () => {
    const { clerk, sent } = server();
    clerk.mountSignIn(place);
    await shown();
    field('identifier').value = '\u200euser\u200b@example.com \u202c';
    field('password').value = '\u200ecurrent-password-1';
    submit();
    await gone();
    expect(sent('sign_ins').map(({ form }) => form)).toEqual([
      { strategy: 'password', identifier: 'user@example.com', password: '\u200ecurrent-password-1' },
    ]);
  });

  test('shows the message, and signs in nobody, when what was typed cannot be sent', async () => {
    const { clerk, sent } = server();
    clerk.mountSignIn(place);
    await shown();
    field('identifier').value = 'user@example.com';
    field('password').value = '\ud800';
    submit();
    await expect.poll(() => place.querySelector('[role=alert]')?.textContent).toMatch(/half of a surrogate pair/);
    expect(place.querySelector('form')?.getAttribute('aria-busy')).toBe('false');
    expect(sent('sign_ins')).toHaveLength(0);
  });

  test('says that the password is missing, at its field', async () => {
    const { clerk, sent } = server();
    clerk.mountSignIn(place);
    await shown();
    field('identifier').value = 'user@example.com';
    submit();
    expect(place.querySelector('[role=alert]')?.textContent).toBe('Enter your password.');
    expect([field('identifier'), field('password')].map((one) => one.getAttribute('aria-invalid'))).toEqual([
      'false',
      'true',
    ]);
    expect(sent('sign_ins')).toHaveLength(0);
  });

  test('sends the form once when it is submitted again before the response', async () => {
    const { clerk, sent } = server();
    clerk.mountSignIn(place);
    await shown();
    await signIn();
    submit();
    submit();
    await gone();
    expect(sent('sign_ins')).toHaveLength(1);
  });

  test('throws when the element to show it in is not there', () => {
    const { clerk } = server();
    // What `document.querySelector` gives to a page in JavaScript.
    const missing = document.querySelector<HTMLElement>('#missing') as HTMLElement;
    expect(() => clerk.mountSignIn(missing)).toThrow(new TypeError('mountSignIn: no element.'));
  });
});
