/** A long menu shows the page that is open, also when that is far down. */
export function showCurrentPage(): void {
  const menu = document.querySelector<HTMLElement>('.menu');
  const current = menu?.querySelector<HTMLElement>('[aria-current=page]');
  if (!menu || !current) return;
  const below = current.getBoundingClientRect().bottom - menu.getBoundingClientRect().bottom;
  if (below > 0) menu.scrollTop += below + menu.clientHeight / 3;
}

/** On a small screen the menu and the outline lie above the page: they close when a link in them is followed. */
export function closeOnFollow(): void {
  for (const list of document.querySelectorAll<HTMLElement>('.menu, .outline')) {
    list.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('a') && list.matches(':popover-open')) list.hidePopover();
    });
  }
}
