/**
 * The search: a dialog with a combobox and its list of results. It is loaded when it is opened first, and then opens at once.
 * Its entries are part of this script, so that it works without a network and on pages from the disk. The index is made here: it
 * takes some milliseconds, and would be four times as large as the text.
 */
import MiniSearch from 'minisearch';
import { SEARCH_OPTIONS } from '../search-terms.ts';
import { find, type Hit } from './find.ts';
import { recall, remember } from './remember.ts';

/** The entries as JSON; the build puts them here. */
declare const SEARCH_ENTRIES: string;

const root = document.currentScript instanceof HTMLScriptElement ? new URL('..', document.currentScript.src) : '';
const index = new MiniSearch(SEARCH_OPTIONS);
index.addAll(JSON.parse(SEARCH_ENTRIES));

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...inside: readonly (string | Node)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}

/** The text with what was found marked. */
function marked(text: string, terms: readonly string[]): (string | Node)[] {
  // Terms are letters, digits, `-` and `_`: nothing that means something in a pattern.
  const parts = terms.toSorted((one, other) => other.length - one.length);
  return text
    .split(new RegExp(`(${parts.join('|')})`, 'iu'))
    .map((part, at) => (at % 2 === 1 ? element('mark', {}, part) : part));
}

const box = element('input', {
  id: 'search-box',
  type: 'text',
  role: 'combobox',
  'aria-autocomplete': 'list',
  'aria-controls': 'search-results',
  'aria-expanded': 'false',
  autocomplete: 'off',
  autocapitalize: 'none',
  spellcheck: 'false',
  enterkeyhint: 'go',
});
const list = element('div', { id: 'search-results', role: 'listbox', 'aria-label': 'Results' });
const count = element('p', { role: 'status', class: 'hint' });
const slash = element('input', { type: 'checkbox', autocomplete: 'off' });
const close = element('button', { type: 'button' }, 'Close');
const dialog = element(
  'dialog',
  { id: 'search', 'aria-labelledby': 'search-label' },
  element(
    'div',
    { class: 'search-top' },
    element('label', { id: 'search-label', for: 'search-box' }, 'Search the documentation'),
    close,
  ),
  box,
  count,
  list,
  element('label', { class: 'check hint' }, slash, element('span', {}, 'The key / opens the search')),
);

let active = -1;
const options = (): HTMLAnchorElement[] => [...list.querySelectorAll('a')];

/** Makes a result the one that Enter opens. */
function activate(at: number): void {
  const all = options();
  all[active]?.setAttribute('aria-selected', 'false');
  active = all.length === 0 ? -1 : (at + all.length) % all.length;
  const chosen = all[active];
  chosen?.setAttribute('aria-selected', 'true');
  chosen?.scrollIntoView({ block: 'nearest' });
  if (chosen) box.setAttribute('aria-activedescendant', chosen.id);
  else box.removeAttribute('aria-activedescendant');
}

function option({ title, place, href, excerpt, terms }: Hit, at: number): HTMLElement {
  return element(
    'a',
    { id: `search-${at}`, role: 'option', 'aria-selected': 'false', tabindex: '-1', href: new URL(href, root).href },
    element('b', {}, ...marked(title, terms)),
    ' ',
    element('span', { class: 'place' }, place),
    ' ',
    element('span', { class: 'excerpt' }, ...marked(excerpt, terms)),
  );
}

function show(): void {
  const words = box.value.trim();
  const hits = words === '' ? [] : find(index, words);
  list.replaceChildren(...hits.map(option));
  box.setAttribute('aria-expanded', String(hits.length > 0));
  active = -1;
  activate(0);
  list.scrollTop = 0;
  count.textContent =
    words === ''
      ? 'Guide, recipes, reference, errors and options. Use the arrow keys to choose, and Enter to open.'
      : hits.length === 0
        ? `No results for “${words}”. Try fewer words, or a part of one.`
        : `${hits.length} ${hits.length === 1 ? 'result' : 'results'}`;
}

function clickWith({ ctrlKey, metaKey, shiftKey }: KeyboardEvent): MouseEvent {
  return new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey });
}

box.addEventListener('input', show);
box.addEventListener('keydown', (event) => {
  // In Safari, Enter that ends a composition comes after its end, with this code.
  if (event.isComposing || event.keyCode === 229) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step !== undefined) activate(active + step);
  // With Ctrl, Cmd or Shift, in a new tab or window, as with a click.
  else if (event.key === 'Enter') options()[active]?.dispatchEvent(clickWith(event));
  else return;
  event.preventDefault();
});
list.addEventListener('click', (event) => {
  // A result on this page only moves the page below.
  const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
  if (event.target instanceof Element && event.target.closest('a') && !isElsewhere) dialog.close();
});
close.addEventListener('click', () => dialog.close());
dialog.addEventListener('click', ({ target }) => {
  if (target === dialog) dialog.close();
});
slash.checked = recall('slash') !== 'off';
slash.addEventListener('change', () => remember('slash', slash.checked ? '' : 'off'));

function open(): void {
  if (!dialog.open) dialog.showModal();
  box.select();
}

document.body.append(dialog);
document.addEventListener('search:open', open);
show();
open();
