/** Search of the error catalogue: shows what holds every word that was typed. The words are in the address, as `?q=`. */
import { target } from './target.ts';

/** Does nothing on other pages. */
export function filterErrors(): void {
  const box = document.querySelector<HTMLInputElement>('#filter');
  if (!box) return;
  const entries = [...document.querySelectorAll<HTMLElement>('.code')].map((element) => ({
    element,
    text: `${element.id} ${element.textContent}`.toLowerCase(),
  }));

  function show(typed: string): void {
    const words = typed.toLowerCase().split(/\s+/);
    for (const { element, text } of entries) element.hidden = !words.every((word) => text.includes(word));
    const found = entries.filter(({ element }) => !element.hidden).length;
    const all = `${entries.length} codes`;
    document
      .querySelector('#count')
      ?.replaceChildren(typed === '' ? all : found === 0 ? `None of ${all} has “${typed}”.` : `${found} of ${all}`);
  }

  /** Shows the code that the address names, whatever was searched for. */
  function go(): void {
    const entry = document.getElementById(target());
    if (!box || !entry?.hidden) return;
    box.value = '';
    show('');
    entry.scrollIntoView();
  }

  box.value = new URLSearchParams(location.search).get('q') ?? '';
  box.addEventListener('input', () => {
    const address = new URL(location.href);
    const typed = box.value.trim();
    if (typed === '') address.searchParams.delete('q');
    else address.searchParams.set('q', typed);
    // The target of the link may be hidden now.
    address.hash = '';
    history.replaceState(null, '', address);
    show(typed);
  });
  addEventListener('hashchange', go);
  if (box.value !== '') show(box.value.trim());
  go();
}
