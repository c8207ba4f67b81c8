// @ts-check
// The page at `/` of the emulator: what control over HTTP gives, for the eye and the hand. Text goes in as text only.

/** @import { Emulator, LoggedRequest, Notice, SessionView, Settings, Situation, UserView } from '../../emulator/index.ts' */

/** @param {string} id */
function $(id) {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}.`);
  return element;
}

/** @param {string} id */
function formOf(id) {
  const element = $(id);
  if (!(element instanceof HTMLFormElement)) throw new Error(`#${id} is no form.`);
  return element;
}

/**
 * Makes an element. Children are elements or text.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} properties
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** @param {string} text */
function say(text, isBad = false) {
  const said = $('said');
  said.className = isBad ? 'bad' : '';
  said.textContent = text;
}

/**
 * The answer is what its caller says it is: the emulator is of the same package.
 * @template T
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<T>}
 */
async function ask(method, path, body) {
  const response = await fetch(`__emulator${path}`, {
    method,
    ...(body !== undefined && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer = text === '' ? undefined : JSON.parse(text);
  if (!response.ok) throw new Error(answer?.error ?? `The emulator answered ${response.status}.`);
  return answer;
}

/**
 * Does something, says so, and shows what has become of it. Resolves with whether it could be done.
 * @param {string} done
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 */
async function act(done, method, path, body) {
  try {
    await ask(method, path, body);
    say(done);
    await refresh();
    return true;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error), true);
    return false;
  }
}

/** @param {UserView} user */
const nameOf = (user) => user.emails[0] ?? user.username ?? user.phoneNumber ?? user.id;
/** @type {(text: string, label: string, onclick: () => unknown, className?: string) => HTMLButtonElement} */
const button = (text, label, onclick, className = '') =>
  make('button', { type: 'button', ariaLabel: label, onclick, className }, text);
/** @param {number} at */
const clock = (at) => new Date(at).toLocaleTimeString();
/** @param {string} text */
const empty = (text) => make('li', { className: 'hint' }, text);

/**
 * Fills a list, and keeps the focus where it was: on the button of the same name.
 * @param {HTMLElement} parent
 * @param {Node[]} rows
 */
function fill(parent, rows) {
  const label = parent.contains(document.activeElement) ? document.activeElement?.ariaLabel : undefined;
  parent.replaceChildren(...rows);
  if (!label) return;
  const same = [...parent.querySelectorAll('button')].find((one) => one.ariaLabel === label);
  // What was pressed is gone with its row: on with the heading of the list.
  (same ?? parent.closest('section')?.querySelector('h2'))?.focus();
}

/** @param {readonly UserView[]} users */
function showUsers(users) {
  fill(
    $('users'),
    users.map((user) => {
      const name = nameOf(user);
      const path = `/users/${encodeURIComponent(user.id)}`;
      /** @type {(text: string, done: string, body: object) => HTMLButtonElement} */
      const change = (text, done, body) => button(text, `${text}: ${name}`, () => act(done, 'PATCH', path, body));
      const states = [user.locked && 'locked', user.banned && 'banned', user.deactivated && 'deactivated'].filter(
        Boolean,
      );
      return make(
        'tr',
        {},
        make('td', {}, name, make('small', { className: 'mono' }, user.id)),
        make(
          'td',
          {},
          user.hasPassword ? 'has one' : 'none',
          make('small', {}, user.passwordLastUpdatedAt ? `since ${clock(user.passwordLastUpdatedAt)}` : ''),
        ),
        make(
          'td',
          { className: states.length ? 'refused' : 'ok' },
          states.join(', ') || 'open',
          make('small', {}, user.failedAttempts ? `failed attempts: ${user.failedAttempts}` : ''),
        ),
        make(
          'td',
          {},
          make(
            'div',
            { className: 'actions' },
            button('Sign in', `Sign in: ${name}`, () =>
              act(`${name} is signed in.`, 'POST', '/sessions', { user: user.id }),
            ),
            user.locked
              ? change('Unlock', `${name} is open again.`, { locked: false })
              : change('Lock', `${name} is locked.`, { locked: true }),
            user.hasPassword
              ? change('Remove password', `${name} has no password now.`, { password: null })
              : change('Set current-password-1', `${name} has the password current-password-1.`, {
                  password: 'current-password-1',
                }),
            button('Delete', `Delete: ${name}`, () => act(`${name} is deleted.`, 'DELETE', path), 'danger'),
          ),
        ),
      );
    }),
  );
}

/**
 * @param {readonly SessionView[]} sessions
 * @param {readonly UserView[]} users
 */
function showSessions(sessions, users) {
  const names = new Map(users.map((user) => [user.id, nameOf(user)]));
  const rows = sessions.map((session) =>
    make(
      'li',
      {},
      make(
        'span',
        {},
        names.get(session.userId) ?? session.userId,
        make('small', { className: 'mono' }, ` ${session.token}`),
      ),
      button(
        'End',
        `End the session ${session.id}`,
        () => act('The session has ended.', 'DELETE', `/sessions/${session.id}`),
        'danger',
      ),
    ),
  );
  fill($('sessions'), rows.length ? rows : [empty('Nobody is signed in.')]);
}

/** @param {Emulator['forced']} forced */
function showForced(forced) {
  const rows = forced.map(({ operation, answer, left }) => {
    const text = Object.entries(answer).filter(([name]) => name !== 'times' && name !== 'body');
    return make(
      'li',
      {},
      make(
        'span',
        { className: 'mono' },
        `${operation} ${text.map(([name, value]) => `${name}=${value}`).join(' ')} ×${left}`,
      ),
      button('Forget', `Forget what waits for ${operation}`, () =>
        act('Forgotten.', 'DELETE', `/force?operation=${encodeURIComponent(operation)}`),
      ),
    );
  });
  fill($('forced'), rows.length ? rows : [empty('Nothing waits: answers are what the state gives.')]);
}

/** @param {readonly Notice[]} notices */
function showOutbox(notices) {
  const words = {
    password_set: 'A password was set',
    password_changed: 'Your password was changed',
    password_removed: 'Your password was removed',
    verification_code: 'Your code',
  };
  const rows = [...notices]
    .reverse()
    .map(({ kind, to, at, code }) =>
      make(
        'li',
        {},
        make('span', {}, `${words[kind] ?? kind}${code === undefined ? '' : ` ${code}`} → ${to ?? 'nobody'}`),
        make('small', {}, clock(at)),
      ),
    );
  fill($('outbox'), rows.length ? rows.slice(0, 20) : [empty('No notice was sent yet.')]);
}

let last = 0;
/** @param {readonly LoggedRequest[]} requests */
function showRequests(requests) {
  for (const { number, at, method, path, status, codes, query, form } of requests) {
    last = number;
    const fields = Object.entries({ ...query, ...form }).map(([name, value]) => `${name}=${value}`);
    $('requests').prepend(
      make(
        'tr',
        {},
        make('td', {}, clock(at)),
        make('td', { className: status < 400 ? 'ok' : status < 500 ? 'refused' : 'failed' }, String(status)),
        make('td', { className: 'mono' }, `${method} ${path}`),
        make('td', { className: 'mono' }, make('strong', {}, codes.join(' ')), make('small', {}, fields.join(' '))),
      ),
    );
  }
  while ($('requests').children.length > 200) $('requests').lastElementChild?.remove();
}

/** @type {Readonly<Record<string, string>>} */
const WORDS = {
  reverification: 'Ask for a fresh proof (reverification)',
  olderErrorCodes: 'Error codes of older servers',
  magicValues: 'Magic values in passwords',
  'password.minLength': 'Fewest characters',
  'password.maxLength': 'Most characters',
  'password.requireUppercase': 'Upper-case letter',
  'password.requireLowercase': 'Lower-case letter',
  'password.requireNumber': 'Digit',
  'password.requireSpecialChar': 'Special character',
  'password.minStrength': 'Lowest strength (0 to 4)',
  'password.refuseLeaked': 'Refuse leaked passwords',
  'password.required': 'Everybody must keep a password',
  'lockout.attempts': 'Wrong passwords until the lock',
  'lockout.seconds': 'Seconds until it opens',
};
/** @type {(at: unknown, part: string) => unknown} */
const isIn = (at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined);
let settingsShown = '';
/** @param {Settings} settings */
function showSettings(settings) {
  const text = JSON.stringify(settings);
  // Not while somebody edits them.
  if (text === settingsShown || $('settings').contains(document.activeElement)) return;
  settingsShown = text;
  /** @type {(name: string, value: unknown) => HTMLElement} */
  const field = (name, value) =>
    typeof value === 'boolean'
      ? make(
          'label',
          { className: 'check' },
          make('input', { type: 'checkbox', name, checked: value }),
          WORDS[name] ?? name,
        )
      : make(
          'label',
          {},
          WORDS[name] ?? name,
          make('input', { type: 'number', name, value: String(value ?? ''), min: '0' }),
        );
  /** @type {(title: string, names: readonly string[]) => HTMLElement} */
  const group = (title, names) =>
    make(
      'fieldset',
      {},
      make('legend', {}, title),
      ...names.map((name) => field(name, name.split('.').reduce(isIn, settings))),
    );
  const names = Object.keys(WORDS);
  $('settings').replaceChildren(
    group(
      'Instance',
      names.filter((name) => !name.includes('.')),
    ),
    group(
      'New passwords',
      names.filter((name) => name.startsWith('password.')),
    ),
    group(
      'Lock',
      names.filter((name) => name.startsWith('lockout.')),
    ),
    make('button', {}, 'Change the settings'),
  );
}

async function refresh() {
  /** @type {[Promise<UserView[]>, Promise<SessionView[]>, Promise<Settings>, Promise<Emulator['forced']>, Promise<Notice[]>, Promise<LoggedRequest[]>]} */
  const asked = [
    ask('GET', '/users'),
    ask('GET', '/sessions'),
    ask('GET', '/settings'),
    ask('GET', '/force'),
    ask('GET', '/outbox'),
    ask('GET', `/requests?after=${last}`),
  ];
  const [users, sessions, settings, forced, outbox, requests] = await Promise.all(asked);
  if (changed('users', users)) showUsers(users);
  if (changed('sessions', [sessions, users])) showSessions(sessions, users);
  if (changed('forced', forced)) showForced(forced);
  if (changed('outbox', outbox)) showOutbox(outbox);
  showSettings(settings);
  showRequests(requests);
}

/** @type {Map<string, string>} */
const shown = new Map();
/**
 * Whether this is not what is shown already: what is not redrawn keeps its place and its focus.
 * @param {string} what
 * @param {unknown} value
 */
function changed(what, value) {
  const text = JSON.stringify(value);
  const is = shown.get(what) !== text;
  shown.set(what, text);
  return is;
}

$('reset').onclick = async () => {
  if (await act('Everything is as the seed says.', 'POST', '/reset')) $('requests').replaceChildren();
};
$('advance').onclick = () => act('The clock is ten minutes ahead of where it was.', 'POST', '/clock', { seconds: 600 });
$('forget').onclick = async () => {
  if (await act('The list is empty.', 'DELETE', '/requests')) $('requests').replaceChildren();
};
$('copy').onclick = async () => {
  try {
    await navigator.clipboard.writeText($('snippet').textContent);
    say('Copied.');
  } catch {
    say('The browser does not allow copying: select the text instead.', true);
  }
};
formOf('add-user').onsubmit = (event) => {
  event.preventDefault();
  const form = formOf('add-user');
  const { email, password } = Object.fromEntries(new FormData(form));
  act(`${email} is added.`, 'POST', '/users', { email, ...(password !== '' && { password }) }).then(
    (isDone) => isDone && form.reset(),
  );
};
formOf('force').onsubmit = (event) => {
  event.preventDefault();
  const form = new FormData(formOf('force'));
  /** @type {Record<string, unknown>} */
  const answer = {};
  for (const [name, value] of new URLSearchParams(String(form.get('answer')))) {
    answer[name] = value === 'true' ? true : /^\d+$/.test(value) ? Number(value) : value;
  }
  if (answer['status'] === 502) answer['body'] = '<h1>Bad gateway</h1>';
  const operation = form.get('operation');
  act(`The next answer of ${operation} is forced.`, 'POST', '/force', {
    operation,
    ...answer,
    times: Number(form.get('times')),
  });
};
formOf('settings').onsubmit = (event) => {
  event.preventDefault();
  /** @type {Record<string, unknown>} */
  const change = {};
  for (const input of formOf('settings').querySelectorAll('input')) {
    const [group = '', name] = input.name.split('.');
    const value = input.type === 'checkbox' ? input.checked : input.value === '' ? null : Number(input.value);
    if (name === undefined) change[group] = value;
    else change[group] = Object.assign(change[group] ?? {}, { [name]: value });
  }
  act('The settings are changed.', 'PATCH', '/settings', change);
};

/** @type {{ readonly publishableKey: string }} */
const { publishableKey } = await ask('GET', '/connection');
const proxyUrl = new URL('.', location.href).href.replace(/\/$/, '').replace('//127.0.0.1', '//localhost');
$('snippet').textContent =
  `import { Clerk } from '@clerk/clerk-js';\n\nconst clerk = new Clerk('${publishableKey}', { proxyUrl: '${proxyUrl}' });\nawait clerk.load();`;
/** @type {Situation[]} */
const situations = await ask('GET', '/situations');
const operations = [...new Set(situations.flatMap((one) => one.operations))];
formOf('force')['operation'].append(
  make('option', { value: '*' }, 'any'),
  ...operations.map((name) => make('option', { value: name, selected: name === 'changePassword' }, name)),
);
$('codes').append(
  ...[...new Set(situations.map(({ code }) => code))]
    .sort()
    .map((code) => make('option', { value: `code=${code}` }, code)),
);
await refresh();

/** Looks again every second, but not while nobody looks. */
async function poll() {
  if (!document.hidden) {
    try {
      await refresh();
      if ($('said').textContent === 'The emulator does not answer.') say('');
    } catch {
      say('The emulator does not answer.', true);
    }
  }
  setTimeout(poll, 1000);
}
setTimeout(poll, 1000);
