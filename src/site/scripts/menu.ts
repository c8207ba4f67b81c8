/** On a small screen the menu and the outline lie above the page: they close when a link in them is followed. */
export function closeOnFollow(): void {
  for (const list of document.querySelectorAll<HTMLElement>('.menu, .outline')) {
    list.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('a') && list.matches(':popover-open')) list.hidePopover();
    });
  }
}
