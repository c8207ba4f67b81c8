// @ts-check
// Elements, lists that keep their place, and what is said beside a control. Text goes in as text only.

/**
 * The element of an id, checked to be what the page takes it for.
 * @template {typeof HTMLElement} Kind
 * @param {string} id
 * @param {Kind} kind
 * @returns {InstanceType<Kind>}
 */
export function $(id, kind) {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`The page has no ${kind.name} #${id}.`);
  // Checked above; TypeScript does not follow a constructor that is a parameter.
  return /** @type {InstanceType<Kind>} */ (element);
}

/**
 * Makes an element. Children are elements or text.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} properties
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** @type {(text: string, label: string, onclick: (event: MouseEvent) => unknown, className?: string) => HTMLButtonElement} */
export const button = (text, label, onclick, className = '') =>
  make('button', { type: 'button', ariaLabel: label, onclick, className }, text);

/** A place for what is said about the controls beside it. */
export const said = () => make('p', { className: 'said', role: 'status' });

/** @param {readonly (readonly [term: string, ...words: (Node | string)[]])[]} facts */
export const terms = (facts) => facts.flatMap(([term, ...words]) => [make('dt', {}, term), make('dd', {}, ...words)]);

/** A text of the contract as one part per piece, with what stands in backticks as code. @param {string} text */
export const prose = (text) =>
  text.split('`').map((part, index) => (index % 2 === 1 ? make('code', {}, part) : document.createTextNode(part)));

/** @param {number} at */
export const clock = (at) => new Date(at).toLocaleTimeString();

/** The replacement of a row: the row drawn after it, or its list if it is gone. @type {WeakMap<Node, HTMLElement>} */
const successors = new WeakMap();

/**
 * The control that stands now where one was used: its row may have been drawn anew since.
 * @template {Element} Control
 * @param {Control} control
 * @returns {Control | HTMLElement}
 */
export function current(control) {
  /** @type {Control | HTMLElement} */
  let at = control;
  while (!at.isConnected) {
    const next = successors.get(at.getRootNode());
    if (next === undefined) break;
    at = controlsOf(next).find(isLike(control)) ?? next.querySelector(':scope > details > summary') ?? next;
  }
  return at;
}

/**
 * Says something in the place that is nearest to a control, and in no other.
 * @param {Element} control
 * @param {string} text
 */
export function say(control, text, isBad = false) {
  for (const other of document.querySelectorAll('.said:not(#offline)')) other.textContent = '';
  for (let at = current(control).parentElement; at !== null; at = at.parentElement) {
    const place = at.querySelector(':scope > .said:not(#offline)');
    if (place === null) continue;
    place.classList.toggle('bad', isBad);
    place.textContent = text;
    place.scrollIntoView({ block: 'nearest' });
    return;
  }
}

/** @type {WeakMap<HTMLElement, Map<string, { readonly text: string, readonly row: HTMLElement }>>} */
const lists = new WeakMap();

/**
 * Shows one row per item. The row of an item that is the same stays the element that it is; a new one takes over what was
 * unfolded, typed and said. Focus stays on its row, or goes to the next one if the row is gone.
 * @template Item
 * @param {HTMLElement} parent
 * @param {readonly Item[]} items
 * @param {(item: Item) => string} keyOf
 * @param {(item: Item) => HTMLElement} draw
 * @param {string} nothing
 */
export function fill(parent, items, keyOf, draw, nothing) {
  const before = lists.get(parent) ?? new Map();
  /** @type {NonNullable<ReturnType<typeof lists.get>>} */
  const after = new Map();
  for (const item of items) {
    const key = keyOf(item);
    const text = JSON.stringify(item);
    const known = before.get(key);
    if (known?.text === text) after.set(key, known);
    else {
      const row = draw(item);
      after.set(key, { text, row });
      if (known !== undefined) replace(known.row, row);
    }
  }
  if (items.length === 0)
    after.set('', before.get('') ?? { text: '', row: make('li', { className: 'hint' }, nothing) });
  let lost = -1;
  for (const [key, { row }] of before) {
    if (after.has(key)) continue;
    if (row.contains(document.activeElement)) lost = [...parent.children].indexOf(row);
    successors.set(row, parent);
    row.remove();
  }
  let index = 0;
  for (const { row } of after.values()) {
    const there = parent.children[index++] ?? null;
    if (there !== row) parent.insertBefore(row, there);
  }
  lists.set(parent, after);
  if (lost >= 0) focusIn(parent.children[Math.min(lost, parent.children.length - 1)], parent);
}

/**
 * @param {Element | undefined} row
 * @param {HTMLElement} parent
 */
function focusIn(row, parent) {
  const next = row?.querySelector('summary, button') ?? parent.closest('section')?.querySelector('h2');
  if (next instanceof HTMLElement) next.focus();
}

/** @type {(row: Element) => HTMLElement[]} */
const controlsOf = (row) =>
  [...row.querySelectorAll('summary, button, input')].filter((one) => one instanceof HTMLElement);

/** Whether two controls of a row, drawn at different times, are the same to a person. @param {Element} one */
const isLike = (one) => (/** @type {Element} */ other) =>
  ['aria-label', 'name'].every((name) => one.getAttribute(name) === other.getAttribute(name)) &&
  one.tagName === other.tagName;

/**
 * @param {HTMLElement} old
 * @param {HTMLElement} row
 */
function replace(old, row) {
  const before = controlsOf(old);
  const at = before.findIndex((control) => control.matches(':focus'));
  const focused = before[at];
  const isOpen = old.querySelector('details[open]') !== null;
  const words = old.querySelector('.said');
  const inputs = [...old.querySelectorAll('input')];
  old.replaceWith(row);
  successors.set(old, row);
  const details = row.querySelector('details');
  if (details !== null) details.open = isOpen;
  if (words !== null) row.querySelector('.said')?.replaceWith(words);
  for (const input of row.querySelectorAll('input')) {
    input.value = inputs.find(({ name }) => name === input.name)?.value ?? '';
  }
  if (focused === undefined) return;
  // The same control, wherever it is now; what took its place if it is gone.
  const controls = controlsOf(row);
  (controls.find(isLike(focused)) ?? controls[Math.min(at, controls.length - 1)])?.focus();
}

/**
 * Asks before something that cannot be undone. Resolves with whether to go on. Escape and Cancel say no.
 * @param {string} title
 * @param {string} text
 * @param {string} verb
 * @returns {Promise<boolean>}
 */
export function confirm(title, text, verb) {
  const dialog = $('confirm', HTMLDialogElement);
  const yes = $('confirm-yes', HTMLButtonElement);
  $('confirm-title', HTMLElement).textContent = title;
  $('confirm-text', HTMLElement).textContent = text;
  yes.textContent = verb;
  dialog.returnValue = '';
  yes.onclick = () => dialog.close('yes');
  $('confirm-no', HTMLButtonElement).onclick = () => dialog.close();
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.onclose = () => resolve(dialog.returnValue === 'yes');
  });
}

/**
 * Copies a text and says so beside the button.
 * @param {HTMLElement} control
 * @param {string} text
 */
export async function copy(control, text) {
  try {
    await navigator.clipboard.writeText(text);
    say(control, 'Copied.');
  } catch {
    say(control, 'The browser does not allow copying. Select the text instead.', true);
  }
}
