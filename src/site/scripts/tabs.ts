/** Tabs that remember: a choice holds for every set of the same kind, on this page and on the next ones. */
import { recall, remember } from './remember.ts';

/** Opens the tab of that name in every set of the kind but the one that the browser opens itself. The browser closes the others. */
function choose(kind: string, name: string, clicked?: Element | null): void {
  for (const tab of document.querySelectorAll<HTMLDetailsElement>(
    `.tab-set[data-kind="${CSS.escape(kind)}"] > details`,
  )) {
    if (tab.dataset['tab'] === name && tab !== clicked) tab.open = true;
  }
}

const kindOf = (set: HTMLElement): string => set.dataset['kind'] ?? '';

export function rememberTabs(): void {
  const sets = [...document.querySelectorAll<HTMLElement>('.tab-set[data-kind]')];
  const recallAll = (): void => {
    for (const kind of new Set(sets.map(kindOf))) choose(kind, recall(`tab.${kind}`) ?? '');
  };
  // As for the theme, after the Back button.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) recallAll();
  });
  recallAll();
  for (const set of sets) {
    const kind = kindOf(set);
    for (const summary of set.querySelectorAll<HTMLElement>(':scope > details > summary')) {
      summary.addEventListener('click', (event) => {
        const name = summary.parentElement?.dataset['tab'];
        if (name === undefined) return;
        // One tab is always open.
        if (summary.parentElement?.hasAttribute('open')) event.preventDefault();
        remember(`tab.${kind}`, name);
        const top = summary.getBoundingClientRect().top;
        choose(kind, name, summary.parentElement);
        // Sets above may be higher or lower now: what was clicked stays where it was.
        requestAnimationFrame(() => scrollBy(0, summary.getBoundingClientRect().top - top));
      });
    }
  }
}
