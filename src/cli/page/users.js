// @ts-check
// Users with their sessions: searched, ten a page, each unfolded to be changed.
import { act, ask } from './control.js';
import { $, button, clock, confirm, current, fill, make, said, say, terms } from './dom.js';

/** @import { SessionView, UserView } from '../../emulator/index.ts' */
/** @typedef {{ readonly user: UserView, readonly sessions: readonly SessionView[] }} Row */

const PER_PAGE = 10;

/** @type {readonly UserView[]} */
let users = [];
/** @type {Map<string, SessionView[]>} */
let sessionsOf = new Map();
let page = 0;

export async function refreshUsers() {
  /** @type {[Promise<UserView[]>, Promise<SessionView[]>]} */
  const asked = [ask('GET', '/users'), ask('GET', '/sessions')];
  const [all, sessions] = await Promise.all(asked);
  users = all;
  sessionsOf = new Map();
  for (const session of sessions) {
    const others = sessionsOf.get(session.userId);
    if (others === undefined) sessionsOf.set(session.userId, [session]);
    else others.push(session);
  }
  show();
}

/** The tokens that work now, of users with a password first. */
export const firstToken = () =>
  [...users]
    .sort((a, b) => Number(b.hasPassword) - Number(a.hasPassword))
    .flatMap(({ id }) => sessionsOf.get(id) ?? [])[0]?.token;

/** @param {UserView} user */
const nameOf = (user) => user.emails[0] ?? user.username ?? user.phoneNumber ?? user.id;
/** @param {UserView} user */
const words = ({ id, emails, username, phoneNumber, firstName, lastName, externalId }) =>
  [id, ...emails, username, phoneNumber, `${firstName ?? ''} ${lastName ?? ''}`, externalId].join('\n').toLowerCase();

/** Without the seconds of a lock, which would draw the row anew each second. @param {UserView} user */
const calm = (user) => ({
  ...user,
  lockedForSeconds: user.lockedForSeconds && Math.ceil(user.lockedForSeconds / 60) * 60,
});

function show() {
  const text = $('users-search', HTMLInputElement).value.trim().toLowerCase();
  const found = text === '' ? users : users.filter((user) => words(user).includes(text));
  page = Math.max(0, Math.min(page, Math.ceil(found.length / PER_PAGE) - 1));
  const from = page * PER_PAGE;
  const shown = found.slice(from, from + PER_PAGE);
  fill(
    $('user-list', HTMLElement),
    shown.map((user) => ({ user: calm(user), sessions: sessionsOf.get(user.id) ?? [] })),
    ({ user }) => user.id,
    row,
    users.length === 0 ? 'No users. Add one below.' : 'No user matches the search.',
  );
  const total = found.length.toLocaleString();
  const range = $('users-range', HTMLElement);
  const now = found.length === 0 ? 'No users' : `${from + 1} to ${from + shown.length} of ${total} users`;
  if (range.textContent !== now) range.textContent = now;
  turnOff('users-previous', page === 0);
  turnOff('users-next', from + PER_PAGE >= found.length);
}

/**
 * Not by `disabled`, which would drop the focus of whoever has reached the last page.
 * @param {string} id
 * @param {boolean} isOff
 */
function turnOff(id, isOff) {
  $(id, HTMLButtonElement).ariaDisabled = String(isOff);
}

/** @param {number} by */
function turn(by) {
  const control = $(by < 0 ? 'users-previous' : 'users-next', HTMLButtonElement);
  if (control.ariaDisabled === 'true') return;
  page += by;
  show();
}

/** @param {Row} row */
function row({ user, sessions }) {
  const name = nameOf(user);
  const path = `/users/${encodeURIComponent(user.id)}`;
  /** @type {(text: string, done: string, method: string, path: string, body?: object) => HTMLButtonElement} */
  const action = (text, done, method, to, body) =>
    button(
      text,
      `${text}: ${name}`,
      ({ currentTarget }) => currentTarget instanceof Element && act(currentTarget, done, method, to, body),
    );
  /** @type {(text: string, done: string, body: object) => HTMLButtonElement} */
  const change = (text, done, body) => action(text, done, 'PATCH', path, body);
  const badges = [
    ...(user.hasPassword ? [] : ['no password']),
    ...(user.locked ? ['locked'] : []),
    ...(user.banned ? ['banned'] : []),
    ...(user.deactivated ? ['deactivated'] : []),
  ];
  const count = sessions.length === 1 ? '1 session' : `${sessions.length.toLocaleString()} sessions`;
  return make(
    'li',
    {},
    make(
      'details',
      {},
      make(
        'summary',
        {},
        make('span', { className: 'what' }, name),
        ' ',
        ...badges.flatMap((text) => [make('span', { className: 'badge' }, text), ' ']),
        make('span', { className: 'hint' }, count),
      ),
      make('dl', { className: 'facts' }, ...terms(facts(user))),
      make(
        'div',
        { className: 'line' },
        action('Sign in', 'Signed in: the token is below.', 'POST', '/sessions', { user: user.id }),
        user.locked
          ? change('Unlock', `${name} is unlocked.`, { locked: false })
          : change('Lock', `${name} is locked.`, { locked: true }),
        ...(user.hasPassword ? [change('Remove password', `${name} has no password now.`, { password: null })] : []),
        button('Delete…', `Delete: ${name}`, () => remove(name, path), 'danger'),
      ),
      setPassword(name, path),
      said(),
      make('ul', { className: 'rows', ariaLabel: `Sessions of ${name}` }, ...sessions.slice(0, 20).map(sessionRow)),
      ...(sessions.length > 20 ? [make('p', { className: 'hint' }, `20 of ${count} are shown.`)] : []),
    ),
  );
}

/** @param {UserView} user */
function facts(user) {
  const { id, emails, username, phoneNumber, firstName, lastName, passwordLastUpdatedAt, lockedForSeconds } = user;
  const since = passwordLastUpdatedAt === null ? '' : `, set ${new Date(passwordLastUpdatedAt).toLocaleString()}`;
  /** @type {[string, string | null][]} */
  const all = [
    ['Email', emails.join(', ')],
    ['Username', username],
    ['Phone', phoneNumber],
    ['Name', [firstName, lastName].filter(Boolean).join(' ')],
    ['Id', id],
    ['Password', user.hasPassword ? `yes${since}` : 'none'],
    [
      'Locked',
      user.locked
        ? lockedForSeconds === null
          ? 'until unlocked'
          : `for another ${(lockedForSeconds / 60).toLocaleString()} min`
        : null,
    ],
    ['Failed', user.failedAttempts === 0 ? null : `${user.failedAttempts} attempts in a row`],
  ];
  return all.flatMap(([term, value]) => (value ? [/** @type {const} */ ([term, value])] : []));
}

/**
 * @param {string} name
 * @param {string} path
 */
function setPassword(name, path) {
  const input = make('input', { name: 'password', type: 'text', autocomplete: 'off', required: true });
  const form = make(
    'form',
    { className: 'line', autocomplete: 'off' },
    make('label', { className: 'line' }, 'New password', input),
    make('button', { ariaLabel: `Set password: ${name}` }, 'Set password'),
  );
  form.onsubmit = async (event) => {
    event.preventDefault();
    const password = input.value;
    input.value = '';
    if (await act(input, `${name} has a new password.`, 'PATCH', path, { password })) return;
    const field = current(input);
    if (field instanceof HTMLInputElement && field.value === '') field.value = password;
  };
  return form;
}

/** @param {SessionView} session */
const sessionRow = ({ id, token, createdAt }) =>
  make(
    'li',
    { className: 'line' },
    make(
      'span',
      { className: 'grow' },
      make('code', {}, token),
      make('span', { className: 'hint' }, ` since ${clock(createdAt)}`),
    ),
    button(
      'End session',
      `End session ${id}`,
      ({ currentTarget }) =>
        currentTarget instanceof Element &&
        act(currentTarget, 'The session has ended.', 'DELETE', `/sessions/${encodeURIComponent(id)}`),
    ),
  );

/**
 * @param {string} name
 * @param {string} path
 */
async function remove(name, path) {
  if (
    !(await confirm(
      'Delete this user?',
      `This deletes ${name} and ends all of their sessions. Only a reset restores them.`,
      'Delete',
    ))
  )
    return;
  await act($('user-list', HTMLElement), `${name} is deleted.`, 'DELETE', path);
}

export function startUsers() {
  $('users-search', HTMLInputElement).oninput = () => {
    page = 0;
    show();
  };
  $('users-previous', HTMLButtonElement).onclick = () => turn(-1);
  $('users-next', HTMLButtonElement).onclick = () => turn(1);
  const form = $('add-user', HTMLFormElement);
  form.onsubmit = async (event) => {
    event.preventDefault();
    const { email, password } = Object.fromEntries(new FormData(form));
    const body = { email, ...(password !== '' && { password }) };
    const control = form.querySelector('button') ?? form;
    if (!(await act(control, `${email} is added.`, 'POST', '/users', body))) return;
    form.reset();
    // The new one is last.
    $('users-search', HTMLInputElement).value = '';
    page = Number.POSITIVE_INFINITY;
    show();
    say(control, `${email} is added.`);
  };
}
