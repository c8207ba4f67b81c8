/** Search of the error catalogue: shows what holds every word that was typed. The words are in the address, as `?q=`. */
import { target } from './target.ts';

const box = document.querySelector<HTMLInputElement>('#filter');
const count = document.querySelector('#count');
const entries = [...document.querySelectorAll<HTMLElement>('.code')].map((element) => ({
  element,
  text: `${element.id} ${element.textContent}`.toLowerCase(),
}));

function show(): void {
  const typed = box?.value.trim() ?? '';
  const words = typed.toLowerCase().split(/\s+/);
  let found = 0;
  for (const { element, text } of entries) {
    const matches = words.every((word) => text.includes(word));
    element.hidden = !matches;
    if (matches) found++;
  }
  if (!count) return;
  const all = `${entries.length} codes`;
  count.textContent = typed === '' ? all : found === 0 ? `None of ${all} has “${typed}”.` : `${found} of ${all}`;
}

function typed(): void {
  const address = new URL(location.href);
  const words = box?.value.trim() ?? '';
  if (words === '') address.searchParams.delete('q');
  else address.searchParams.set('q', words);
  // The target of the link may be hidden now.
  address.hash = '';
  history.replaceState(null, '', address);
  show();
}

/** Shows the code that the address names, whatever was searched for. */
function go(): void {
  const entry = document.getElementById(target());
  if (!box || !entry?.hidden) return;
  box.value = '';
  show();
  entry.scrollIntoView();
}

/** Does nothing on other pages. */
export function filterErrors(): void {
  if (!box) return;
  box.value = new URLSearchParams(location.search).get('q') ?? '';
  box.addEventListener('input', typed);
  addEventListener('hashchange', go);
  if (box.value !== '') show();
  go();
}
