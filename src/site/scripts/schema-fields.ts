/** Shows the fields of a named object where it is mentioned, and folds JSON. Without scripts the links lead to the object. */

/** A copy of the object's list of fields, without its ids, which stay where they are. */
function fieldsOf(name: string): Element | undefined {
  const list = document.getElementById(name)?.querySelector(':scope > .props')?.cloneNode(true);
  if (!(list instanceof Element)) return undefined;
  for (const part of list.querySelectorAll('[id]')) part.removeAttribute('id');
  return list;
}

export function expandSchemas(): void {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button.expand') : null;
    if (!button) return;
    const isOpen = button.getAttribute('aria-expanded') === 'true';
    const place = button.closest('div')?.querySelector(':scope > dd');
    button.setAttribute('aria-expanded', String(!isOpen));
    if (isOpen) return place?.querySelector(':scope > .props.copied')?.remove();
    const list = fieldsOf(button.dataset['object'] ?? '');
    list?.classList.add('copied');
    if (list) place?.append(list);
  });
}

export function foldJson(): void {
  for (const fold of document.querySelectorAll<HTMLElement>('.fold')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'twist';
    const before = fold.previousElementSibling?.textContent ?? '';
    button.setAttribute('aria-label', `Fold ${before.replaceAll(/\W+/g, ' ').trim()}`);
    button.setAttribute('aria-expanded', 'true');
    button.addEventListener('click', () => {
      fold.hidden = !fold.hidden;
      button.setAttribute('aria-expanded', String(!fold.hidden));
    });
    fold.before(button);
  }
}
