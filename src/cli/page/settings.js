// @ts-check
// The settings, with units, limits and what each does. What the emulator does not take is said at its field.
import { ask, refresh, sentence } from './control.js';
import { $, make, said, say } from './dom.js';

/** @import { Settings } from '../../emulator/index.ts' */
/**
 * @typedef {{
 *   readonly name: string, readonly label: string, readonly hint: string,
 *   readonly kind: 'flag' | 'number' | 'text' | 'lines', readonly min?: number, readonly max?: number,
 * }} Field
 */

/** @type {readonly { readonly title: string, readonly fields: readonly Field[] }[]} */
const GROUPS = [
  {
    title: 'New passwords',
    fields: [
      {
        name: 'password.minLength',
        label: 'Minimum length',
        hint: 'Characters, 8 to 72.',
        kind: 'number',
        min: 8,
        max: 72,
      },
      {
        name: 'password.maxLength',
        label: 'Maximum length',
        hint: 'Characters, 8 to 72.',
        kind: 'number',
        min: 8,
        max: 72,
      },
      {
        name: 'password.minStrength',
        label: 'Minimum strength',
        hint: 'zxcvbn score, 0 (off) to 4.',
        kind: 'number',
        min: 0,
        max: 4,
      },
      { name: 'password.requireUppercase', label: 'Require an uppercase letter', hint: '', kind: 'flag' },
      { name: 'password.requireLowercase', label: 'Require a lowercase letter', hint: '', kind: 'flag' },
      { name: 'password.requireNumber', label: 'Require a number', hint: '', kind: 'flag' },
      { name: 'password.requireSpecialChar', label: 'Require a special character', hint: '', kind: 'flag' },
      {
        name: 'password.refuseLeaked',
        label: 'Refuse leaked passwords',
        hint: 'Those of a short built-in list.',
        kind: 'flag',
      },
      {
        name: 'password.required',
        label: 'Every user must keep a password',
        hint: 'Then no password can be removed.',
        kind: 'flag',
      },
    ],
  },
  {
    title: 'Reverification, lockout and rate limit',
    fields: [
      {
        name: 'reverification',
        label: 'Require reverification',
        hint: 'To change or remove a password, if the last verification is over 10 minutes old.',
        kind: 'flag',
      },
      {
        name: 'lockout.attempts',
        label: 'Lock after',
        hint: 'Wrong passwords in a row, 1 or more. Empty: never.',
        kind: 'number',
        min: 1,
      },
      {
        name: 'lockout.seconds',
        label: 'Unlock after',
        hint: 'Seconds, 1 or more. Empty: never by itself.',
        kind: 'number',
        min: 1,
      },
      {
        name: 'rateLimit.requests',
        label: 'Rate limit: requests',
        hint: 'Per client, 1 or more. Empty: no limit.',
        kind: 'number',
        min: 1,
      },
      {
        name: 'rateLimit.seconds',
        label: 'Rate limit: period',
        hint: 'Seconds, 1 or more. Empty: no limit.',
        kind: 'number',
        min: 1,
      },
    ],
  },
  {
    title: 'Instance',
    fields: [
      {
        name: 'magicValues',
        label: 'Magic passwords',
        hint: 'A password such as magic:form_password_pwned gets that error code.',
        kind: 'flag',
      },
      {
        name: 'olderErrorCodes',
        label: 'Error codes of older servers',
        hint: 'A wrong current password gets form_password_validation_failed.',
        kind: 'flag',
      },
      {
        name: 'allowedOrigins',
        label: 'Allowed origins',
        hint: 'Of pages that may call, besides loopback. One per line.',
        kind: 'lines',
      },
      {
        name: 'allowedHosts',
        label: 'Allowed hosts',
        hint: 'Names that the emulator may be called by, besides loopback. One per line.',
        kind: 'lines',
      },
      {
        name: 'satelliteOrigins',
        label: 'Satellite origins',
        hint: 'May read, but not manage passwords. One per line.',
        kind: 'lines',
      },
      {
        name: 'changePasswordUrl',
        label: 'Change-password page',
        hint: 'Path or http(s) address that /.well-known/change-password redirects to. Empty: the default.',
        kind: 'text',
      },
      { name: 'frontendApi', label: 'Frontend API', hint: 'Host name that the publishable key names.', kind: 'text' },
    ],
  },
];
const FIELDS = GROUPS.flatMap(({ fields }) => fields);

/** @param {Field} field */
const controlOf = ({ name }) => {
  const found = $('settings', HTMLFormElement).elements.namedItem(name);
  if (found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement) return found;
  throw new Error(`The form has no ${name}.`);
};

/** @type {(at: unknown, part: string) => unknown} */
const partOf = (at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined);

/** What was shown last; a field that differs from it is being edited. @type {Settings | undefined} */
let shown;

/**
 * @param {Field} field
 * @param {Settings} settings
 */
function put(field, settings) {
  const value = field.name.split('.').reduce(partOf, settings);
  const control = controlOf(field);
  if (control instanceof HTMLInputElement && field.kind === 'flag') control.checked = value === true;
  else control.value = Array.isArray(value) ? value.join('\n') : String(value ?? '');
}

export async function refreshSettings() {
  /** @type {Settings} */
  const settings = await ask('GET', '/settings');
  // What somebody edits stays; all else follows.
  const edited = new Set(shown === undefined ? [] : Object.keys(changes(shown)));
  for (const field of FIELDS) if (!edited.has(field.name)) put(field, settings);
  shown = settings;
}

/** @param {Field} field */
function read(field) {
  const control = controlOf(field);
  if (field.kind === 'flag') return control instanceof HTMLInputElement && control.checked;
  const text = control.value.trim();
  if (field.kind === 'lines') return text === '' ? [] : text.split(/\s+/);
  // What is no number at all is sent as it is typed, so that the emulator says what it has to be.
  if (field.kind === 'number') return text === '' ? (control.validity.badInput ? 'not a number' : null) : Number(text);
  return text === '' ? null : text;
}

/** The fields that differ from the settings. @param {Settings} settings */
function changes(settings) {
  /** @type {Record<string, unknown>} */
  const changed = {};
  for (const field of FIELDS) {
    const value = read(field);
    const before = field.name.split('.').reduce(partOf, settings) ?? null;
    if (JSON.stringify(value) !== JSON.stringify(before)) changed[field.name] = value;
  }
  return changed;
}

/** What the control API takes. */
function body() {
  /** @type {Record<string, unknown>} */
  const change = {};
  for (const field of FIELDS) {
    const [group = '', name] = field.name.split('.');
    if (name === undefined) change[group] = read(field);
    else change[group] = Object.assign(change[group] ?? {}, { [name]: read(field) });
  }
  const limit = change['rateLimit'];
  if (partOf(limit, 'requests') === null && partOf(limit, 'seconds') === null) change['rateLimit'] = null;
  return change;
}

/**
 * Shows what is wrong at the field that the message names, or at the button.
 * @param {string} message
 */
function complain(message) {
  const name = /"([\w.]+)"/.exec(message)?.[1];
  const field = FIELDS.find((one) => one.name === name);
  if (field === undefined) return say($('settings-save', HTMLButtonElement), message, true);
  const control = controlOf(field);
  control.ariaInvalid = 'true';
  say(control, message.replace(`The setting "${name}"`, field.label).replace(/"([\w.]+)"/g, labelOf), true);
  control.focus();
}

/** @type {(quoted: string, name: string) => string} */
const labelOf = (quoted, name) => FIELDS.find((one) => one.name === name)?.label ?? quoted;

/** @param {Field} field */
function draw({ name, label, hint, kind, min, max }) {
  const id = `setting-${name.replace('.', '-')}`;
  const limits = { ...(min !== undefined && { min: String(min) }), ...(max !== undefined && { max: String(max) }) };
  const control =
    kind === 'lines'
      ? make('textarea', { id, name, rows: 2, spellcheck: false })
      : make('input', { id, name, type: kind === 'flag' ? 'checkbox' : kind, autocomplete: 'off', ...limits });
  const title = make('label', { htmlFor: id }, label);
  const explanation = make('span', { className: 'hint', id: `${id}-hint` }, hint);
  const place = Object.assign(said(), { id: `${id}-said` });
  control.setAttribute('aria-describedby', `${hint === '' ? '' : `${id}-hint `}${id}-said`);
  return make(
    'div',
    { className: `setting ${kind}` },
    ...(kind === 'flag' ? [control, title] : [title, control]),
    explanation,
    place,
  );
}

export function startSettings() {
  const form = $('settings', HTMLFormElement);
  const save = make('button', { id: 'settings-save' }, 'Save settings');
  form.append(
    ...GROUPS.map(({ title, fields }) => make('fieldset', {}, make('legend', {}, title), ...fields.map(draw))),
    make('div', { className: 'line save' }, save, said()),
  );
  form.onsubmit = async (event) => {
    event.preventDefault();
    for (const field of FIELDS) controlOf(field).ariaInvalid = null;
    try {
      shown = await ask('PATCH', '/settings', body());
    } catch (error) {
      complain(sentence(error));
      return;
    }
    say(save, 'The settings are saved.');
    await refresh().catch(() => {});
  };
}
