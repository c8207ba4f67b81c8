// @ts-check
// The settings, with units, limits and explanations. If the emulator rejects a value, the message stands at its field.
import { ask, follow, loadSchemas, propertiesOf, refresh, sentence } from './control.js';
import { $, make, prose, said, say } from './dom.js';

/** @import { Settings } from '../../emulator/index.ts' */
/** @import { Schema } from './control.js' */
/**
 * @typedef {{
 *   readonly name: string, readonly label: string, readonly hint: string,
 *   readonly kind: 'flag' | 'number' | 'text' | 'lines', readonly min?: number, readonly max?: number,
 * }} Field
 */

/** Which settings stand together; the others follow. @type {readonly (readonly [title: string, names: readonly string[]])[]} */
const GROUPS = [
  ['New passwords', ['password']],
  ['Reverification, lockout and rate limit', ['reverification', 'lockout', 'rateLimit']],
];
const KINDS = /** @type {const} */ ({ boolean: 'flag', integer: 'number', array: 'lines' });

/** The page's words for null, which an empty field stands for. @param {string} [text] */
const emptyIn = (text) => /If null, .*/.exec(text ?? '')?.[0] ?? '';

/**
 * The fields for a setting; several if it has parts.
 * @param {string} name
 * @param {Schema} schema
 * @param {string} [more]
 * @returns {readonly Field[]}
 */
function fieldsOf(name, schema, more = '') {
  const { title = name, description = '', type, minimum, maximum, properties } = follow(schema);
  if (properties !== undefined) {
    const words = emptyIn(description);
    return Object.entries(properties).flatMap(([part, one]) => fieldsOf(`${name}.${part}`, one, words));
  }
  const plain = Array.isArray(type) ? type[0] : type;
  const kind = Object.entries(KINDS).find(([one]) => one === plain)?.[1] ?? 'text';
  const min = minimum === undefined ? {} : { min: minimum };
  const max = maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? {} : { max: maximum };
  // The description says of what; the type says how many.
  const limits = 'max' in max ? `, ${minimum} to ${max.max}` : 'min' in min ? `, ${min.min} or more` : '';
  const words = description.trim().replace(/[.;]/, `${limits}$&`);
  const hint = [words, ...(kind === 'lines' ? ['One per line.'] : []), more].join(' ').trim();
  return [{ name, label: title, hint: hint.replaceAll('If null', 'If empty'), kind, ...min, ...max }];
}

/** The settings, as the emulator declares them. @type {readonly Field[]} */
let declared = [];

/** @param {Field} field */
const controlOf = ({ name }) => {
  const found = $('settings-form', HTMLFormElement).elements.namedItem(name);
  if (found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement) return found;
  throw new Error(`The form has no ${name}.`);
};

/** @type {(at: unknown, part: string) => unknown} */
const partOf = (at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined);

/** The settings as they were shown last; a field that differs from it is being edited. @type {Settings | undefined} */
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
  await drawSettings();
  /** @type {Settings} */
  const settings = await ask('GET', '/settings');
  // A field that somebody edits stays; all others follow.
  const edited = new Set(shown === undefined ? [] : Object.keys(changes(shown)));
  for (const field of declared) if (!edited.has(field.name)) put(field, settings);
  shown = settings;
}

/** @param {Field} field */
function read(field) {
  const control = controlOf(field);
  if (field.kind === 'flag') return control instanceof HTMLInputElement && control.checked;
  const text = control.value.trim();
  if (field.kind === 'lines') return text === '' ? [] : text.split(/\s+/);
  // Text that is no number is sent as typed, so that the emulator says what is needed.
  if (field.kind === 'number') return text === '' ? (control.validity.badInput ? 'not a number' : null) : Number(text);
  return text === '' ? null : text;
}

/** The fields that differ from the settings. @param {Settings} settings */
function changes(settings) {
  /** @type {Record<string, unknown>} */
  const changed = {};
  for (const field of declared) {
    const value = read(field);
    const before = field.name.split('.').reduce(partOf, settings) ?? null;
    if (JSON.stringify(value) !== JSON.stringify(before)) changed[field.name] = value;
  }
  return changed;
}

/** The change as the control API takes it. */
function body() {
  /** @type {Record<string, unknown>} */
  const change = {};
  for (const field of declared) {
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
  const field = declared.find((one) => one.name === name);
  if (field === undefined) return say($('settings-save', HTMLButtonElement), message, true);
  const control = controlOf(field);
  control.ariaInvalid = 'true';
  say(control, message.replace(`The setting "${name}"`, field.label).replace(/"([\w.]+)"/g, labelOf), true);
  control.focus();
}

/** @type {(quoted: string, name: string) => string} */
const labelOf = (quoted, name) => declared.find((one) => one.name === name)?.label ?? quoted;

/** @param {Field} field */
function draw({ name, label, hint, kind, min, max }) {
  const id = `setting-${name.replace('.', '-')}`;
  const limits = { ...(min !== undefined && { min: String(min) }), ...(max !== undefined && { max: String(max) }) };
  const control =
    kind === 'lines'
      ? make('textarea', { id, name, rows: 2, spellcheck: false })
      : make('input', { id, name, type: kind === 'flag' ? 'checkbox' : kind, autocomplete: 'off', ...limits });
  const title = make('label', { htmlFor: id }, label);
  const explanation = make('span', { className: 'hint', id: `${id}-hint` }, ...prose(hint));
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

/** Draws the form, once: what there is to set does not change while the emulator runs. */
async function drawSettings() {
  if (declared.length > 0) return;
  await loadSchemas();
  const all = propertiesOf('SettingsChange');
  const grouped = GROUPS.flatMap(([, names]) => names);
  const others = all.map(([name]) => name).filter((name) => !grouped.includes(name));
  const groups = [...GROUPS, /** @type {const} */ (['Instance', others])].map(([title, names]) => ({
    title,
    fields: names.flatMap((name) =>
      all.filter(([one]) => one === name).flatMap(([, schema]) => fieldsOf(name, schema)),
    ),
  }));
  const save = $('settings-save', HTMLButtonElement).parentElement;
  save?.before(
    ...groups.map(({ title, fields }) => make('fieldset', {}, make('legend', {}, title), ...fields.map(draw))),
  );
  declared = groups.flatMap(({ fields }) => fields);
}

export function startSettings() {
  const form = $('settings-form', HTMLFormElement);
  const save = make('button', { id: 'settings-save' }, 'Save settings');
  form.append(make('div', { className: 'line save' }, save, said()));
  form.onsubmit = async (event) => {
    event.preventDefault();
    for (const field of declared) controlOf(field).ariaInvalid = null;
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
