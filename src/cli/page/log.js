// @ts-check
// The request log: newest first, filtered, one request unfolded at a time, and still live after the emulator restarts.
import { act, ask } from './control.js';
import { $, button, clock, fill, make, said, terms } from './dom.js';
import { explain, openForce } from './force.js';

/** @import { LoggedRequest } from '../../emulator/index.ts' */

/** Rows on the page; the emulator keeps the last 1,000 requests. */
const SHOWN = 200;

/** Newest first. @type {LoggedRequest[]} */
let entries = [];

/** Gets what is new. */
export async function refreshLog() {
  const newest = entries[0];
  // The newest known one is asked for again: if it is gone, the log was emptied, or the emulator restarted and counts anew.
  /** @type {LoggedRequest[]} */
  const got = await ask('GET', `/requests?after=${newest === undefined ? 0 : newest.number - 1}`);
  const [first, ...later] = got;
  if (newest === undefined) entries = got.reverse();
  else if (first?.number === newest.number && first.at === newest.at) {
    if (later.length === 0) return;
    entries = [...later.reverse(), ...entries].slice(0, 1000);
  } else {
    /** @type {LoggedRequest[]} */
    const all = await ask('GET', '/requests');
    entries = all.reverse();
  }
  show();
}

function show() {
  const text = $('log-filter', HTMLInputElement).value.trim().toLowerCase();
  const from = Number($('log-status', HTMLSelectElement).value);
  const found = entries.filter((entry) => entry.status >= from && haystack(entry).includes(text));
  fill(
    $('requests', HTMLElement),
    found.slice(0, SHOWN),
    ({ number, at }) => `${number} ${at}`,
    row,
    entries.length === 0 ? 'No requests yet.' : 'No request matches the filter.',
  );
  const count = found.length.toLocaleString();
  $('log-count', HTMLElement).textContent =
    found.length > SHOWN
      ? `Newest ${SHOWN} of ${count} requests`
      : `${count} ${found.length === 1 ? 'request' : 'requests'}`;
}

/** @type {(fields: Readonly<Record<string, string>>) => string} */
const fieldsOf = (fields) =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');

/** @param {LoggedRequest} entry */
const haystack = ({ method, path, operation = '', status, codes, query, form }) =>
  [method, path, operation, status, ...codes, fieldsOf(query), fieldsOf(form)].join(' ').toLowerCase();

/** @param {number} status */
const colour = (status) => (status < 400 ? 'ok' : status < 500 ? 'refused' : 'failed');

/** @param {LoggedRequest} entry */
function row(entry) {
  const { number, at, method, path, operation, status, codes, query, form } = entry;
  /** @type {(fields: Readonly<Record<string, string>>) => Node} */
  const list = (fields) =>
    Object.keys(fields).length === 0
      ? make('span', { className: 'hint' }, 'none')
      : make(
          'ul',
          { className: 'fields mono' },
          ...Object.entries(fields).map(([name, value]) => make('li', {}, `${name} = ${value}`)),
        );
  const details = make(
    'details',
    {},
    make(
      'summary',
      {},
      make('span', { className: 'hint' }, clock(at)),
      ' ',
      make('strong', { className: colour(status) }, String(status)),
      ' ',
      make('span', { className: 'mono what' }, `${method} ${path}`),
      ' ',
      make('span', { className: `mono ${colour(status)}` }, codes.join(' ')),
    ),
    make(
      'dl',
      { className: 'facts' },
      ...terms([
        ['Request', `number ${number}${operation === undefined ? '' : `, ${operation}`}`],
        ['Query', list(query)],
        ['Form fields', list(form)],
        ['Response', ...response(entry)],
      ]),
    ),
    make('div', { className: 'line' }, ...again(entry)),
    said(),
  );
  // One request at a time.
  details.name = 'request';
  return make('li', {}, details);
}

/**
 * JSON with a line for each value, also if its end is cut off. Anything else stays as it is.
 * @param {string} text
 */
function lined(text) {
  if (!/^[{[]/.test(text)) return text;
  let depth = 0;
  const line = () => `\n${'  '.repeat(depth)}`;
  return text.replaceAll(/"(?:[^"\\]|\\.)*"?|\{\}|\[\]|[{}[\],:]/g, (part) => {
    if (part === ':') return ': ';
    if (part === ',') return part + line();
    if (part === '{' || part === '[') depth += 1;
    else if (part === '}' || part === ']') depth -= 1;
    else return part;
    return '{['.includes(part) ? part + line() : line() + part;
  });
}

/**
 * The response, and the contract's words about an error code.
 * @param {LoggedRequest} entry
 */
function response({ status, codes, operation = '', response: body }) {
  const head = make('strong', { className: colour(status) }, String(status));
  const text = body === undefined ? [] : [make('pre', { className: 'body mono' }, lined(body))];
  if (codes.length === 0) return [head, status < 400 ? ' No error.' : ' No error code.', ...text];
  return [head, ...codes.map((code) => make('dl', { className: 'facts' }, ...explain(code, operation))), ...text];
}

/**
 * Forces the same response for the next request, or leads to where another can be chosen.
 * @param {LoggedRequest} entry
 */
function again({ operation, codes: [code], status, number }) {
  if (operation === undefined) return [];
  const body = code !== undefined ? { code } : status >= 400 ? { status } : undefined;
  const name = code ?? String(status);
  const done = `The next ${operation} request gets ${name}.`;
  return [
    ...(body === undefined
      ? []
      : [
          button(
            'Force this again',
            `Force this again: ${name} for ${operation}, as in request ${number}`,
            ({ currentTarget }) =>
              currentTarget instanceof Element && act(currentTarget, done, 'POST', '/force', { operation, ...body }),
          ),
        ]),
    button('Force another response…', `Force another response… for ${operation}, after request ${number}`, () =>
      openForce(operation),
    ),
  ];
}

export function startLog() {
  $('log-filter', HTMLInputElement).oninput = show;
  $('log-status', HTMLSelectElement).onchange = show;
  const clear = $('log-clear', HTMLButtonElement);
  clear.onclick = () => act(clear, 'The log is empty.', 'DELETE', '/requests');
}
