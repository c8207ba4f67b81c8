// @ts-check
// Forced responses: only what the contract has for the operation, with what it means, and what waits.
import { act, ask, loadSchemas, propertiesOf } from './control.js';
import { $, button, fill, make, prose, say, terms } from './dom.js';
import { openTab } from './tabs.js';

/** @import { Emulator } from '../../emulator/index.ts' */
/** @import { ErrorCatalogueEntry, ErrorPlace } from '../../../generated/errors.ts' */

/** Faults without an error code. `always`: the operation is carried out in any case. */
const FAULTS = [
  {
    name: 'normal',
    text: 'Normal response, delayed',
    answer: {},
    always: true,
    words: 'The normal response of the emulator, after the delay below.',
  },
  {
    name: 'drop',
    text: 'Connection lost',
    answer: { fault: 'drop' },
    always: false,
    words: 'The connection ends without a response. `fetch` rejects.',
  },
  {
    name: 'truncate',
    text: 'Response cut short',
    answer: { fault: 'truncate' },
    always: true,
    words: 'The operation is carried out; the connection ends in the middle of the body.',
  },
  {
    name: 'html',
    text: '502, a page of HTML',
    answer: { status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' },
    always: false,
    words: 'Like the error page of a proxy: no JSON, no error code.',
  },
  {
    name: 'empty',
    text: '500, an empty body',
    answer: { status: 500 },
    always: false,
    words: 'A server that failed before it wrote anything.',
  },
];

/** @type {Readonly<Record<string, ErrorCatalogueEntry>>} */
let catalogue = {};
/** @type {readonly string[]} */
let operations = [];

/** Where a code can come from; for `*`, anywhere. @type {(entry: ErrorCatalogueEntry, operation: string) => ErrorPlace | undefined} */
const placeOf = ({ places }, operation) =>
  operation === '*' ? places[0] : places.find((place) => place.operation === operation);

/**
 * The contract's words about a code of an operation, as terms.
 * @param {string} code
 * @param {string} operation
 */
export function explain(code, operation) {
  const entry = Object.hasOwn(catalogue, code) ? catalogue[code] : undefined;
  if (entry === undefined) return terms([['Code', make('code', {}, code)]]);
  const place = placeOf(entry, operation);
  const link = document.querySelector('a[href="/docs/"]')
    ? [' ', make('a', { href: `/docs/errors.html#${code}`, ariaLabel: `Documentation of ${code}` }, 'Documentation')]
    : [];
  return terms([
    ['Code', make('code', {}, code), ...link],
    ['Meaning', ...prose(entry.summary)],
    ['Cause', ...prose(place?.cause ?? entry.cause)],
    ['Fix', ...prose(place?.remedy ?? entry.remedy)],
    ['Message', ...prose(place?.longMessage ?? entry.longMessage)],
    ...(place?.paramName ? [/** @type {const} */ (['Field', make('code', {}, place.paramName)])] : []),
  ]);
}

const form = () => $('force-form', HTMLFormElement);
/** @param {string} name */
function select(name) {
  const found = form().elements.namedItem(name);
  if (!(found instanceof HTMLSelectElement)) throw new Error(`The form has no ${name}.`);
  return found;
}
/** @param {string} name */
function input(name) {
  const found = form().elements.namedItem(name);
  if (!(found instanceof HTMLInputElement)) throw new Error(`The form has no ${name}.`);
  return found;
}

/** Offers what the operation can respond with, by status. */
function offer() {
  const operation = select('operation').value;
  const response = select('response');
  const chosen = response.value;
  /** @type {Map<number, string[]>} */
  const byStatus = new Map();
  for (const [code, entry] of Object.entries(catalogue)) {
    // For any operation: what every operation has.
    const place = placeOf(entry, operation);
    if (place === undefined || (operation === '*' && entry.places.length < operations.length)) continue;
    byStatus.set(place.status, [...(byStatus.get(place.status) ?? []), code]);
  }
  response.replaceChildren(
    ...[...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, codes]) =>
        make(
          'optgroup',
          { label: `Error ${status}` },
          ...codes.sort().map((code) => make('option', { value: `code:${code}` }, code)),
        ),
      ),
    make('optgroup', { label: 'Faults' }, ...FAULTS.map(({ name, text }) => make('option', { value: name }, text))),
  );
  response.value = chosen;
  if (response.value === '') response.value = 'code:form_password_pwned';
  if (response.value === '') response.selectedIndex = 0;
  tell();
}

/** Says what the chosen response means. */
function tell() {
  const { value } = select('response');
  const fault = FAULTS.find(({ name }) => name === value);
  $('meaning', HTMLElement).replaceChildren(
    ...(fault === undefined
      ? explain(value.slice('code:'.length), select('operation').value)
      : terms([['Meaning', ...prose(fault.words)]])),
  );
  const carriedOut = input('carriedOut');
  carriedOut.disabled = fault?.always === true;
  if (fault?.always) carriedOut.checked = true;
  else if (!carriedOut.dataset['chosen']) carriedOut.checked = false;
  if (value === 'normal' && input('latency').value === '0') input('latency').value = '3000';
}

/** Opens the form for an operation. @param {string} operation */
export function openForce(operation) {
  openTab('force');
  if (!operations.includes(operation)) select('operation').append(make('option', { value: operation }, operation));
  select('operation').value = operation;
  offer();
  select('response').focus();
}

export async function refreshForced() {
  /** @type {Emulator['forced']} */
  const forced = await ask('GET', '/force');
  fill(
    $('forced', HTMLElement),
    forced,
    ({ id }) => String(id),
    ({ id, operation, answer, left }) => {
      const parts = Object.entries(answer).filter(([name]) => name !== 'times' && name !== 'body');
      const what = parts.map(([name, value]) => `${name}=${value}`).join(' ');
      const times = left === null ? 'every request' : left === 1 ? '1 request' : `${left.toLocaleString()} requests`;
      return make(
        'li',
        { className: 'line' },
        make(
          'span',
          { className: 'grow' },
          make('code', {}, `${operation === '*' ? 'any operation' : operation} ${what}`),
          ` for ${times}`,
        ),
        button(
          'Cancel',
          `Cancel ${what} for ${operation === '*' ? 'any operation' : operation}, number ${id}`,
          ({ currentTarget }) =>
            currentTarget instanceof Element &&
            act(
              form().querySelector('button') ?? currentTarget,
              `Canceled: ${what} for ${operation === '*' ? 'any operation' : operation}.`,
              'DELETE',
              `/force/${id}`,
            ),
        ),
      );
    },
    'No forced responses. Requests get normal responses.',
  );
}

/** Gets the contract's error codes, once: they do not change while the emulator runs. */
export async function loadCatalogue() {
  if (operations.length > 0) return;
  const response = await fetch('errors.json');
  if (!response.ok) throw new Error(`The emulator responded with status ${response.status}.`);
  await loadSchemas();
  for (const [name, { minimum, maximum }] of propertiesOf('ForcedResponse')) {
    if (!(name in LABELS)) continue;
    Object.assign(input(name), { min: String(minimum), max: String(maximum) });
    const hint = input(name).parentElement?.querySelector('.limits');
    if (hint) hint.textContent = `${minimum} to ${maximum?.toLocaleString('en')}`;
  }
  catalogue = await response.json();
  operations = [...new Set(Object.values(catalogue).flatMap(({ places }) => places.map(({ operation }) => operation)))];
  select('operation').replaceChildren(
    ...operations.map((name) => make('option', { value: name }, name)),
    make('option', { value: '*' }, 'Any operation'),
  );
  offer();
}

/** The names of the fields for numbers. */
const LABELS = /** @type {const} */ ({ latency: 'Delay', times: 'Requests' });

export function startForce() {
  select('operation').onchange = offer;
  select('response').onchange = tell;
  input('carriedOut').onchange = ({ target }) => {
    if (target instanceof HTMLInputElement) target.dataset['chosen'] = target.checked ? 'yes' : '';
  };
  form().onsubmit = (event) => {
    event.preventDefault();
    for (const [name, label] of Object.entries(LABELS)) {
      const field = input(name);
      const { min, max } = field;
      const isGood = field.value !== '' && Number.isInteger(Number(field.value)) && field.checkValidity();
      field.ariaInvalid = isGood ? null : 'true';
      if (isGood) continue;
      say(field, `${label} has to be a whole number from ${min} to ${Number(max).toLocaleString('en')}.`, true);
      field.focus();
      return;
    }
    const operation = select('operation').value;
    const { value } = select('response');
    const fault = FAULTS.find(({ name }) => name === value);
    const latency = Number(input('latency').value);
    const times = Number(input('times').value);
    const count = times === 1 ? '' : `${times.toLocaleString('en')} `;
    const requests = times === 1 ? 'request' : 'requests';
    const which = operation === '*' ? `${requests} of any operation` : `${operation} ${requests}`;
    act(input('times'), `The next ${count}${which} will get it.`, 'POST', '/force', {
      operation,
      ...(fault === undefined ? { code: value.slice('code:'.length) } : fault.answer),
      ...(latency > 0 && { latency }),
      ...(fault?.always !== true && input('carriedOut').checked && { carriedOut: true }),
      times,
    });
  };
}
