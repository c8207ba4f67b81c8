// @ts-check
// The tabs beside the log: arrow keys move, and the address keeps the one that is open.

const tabs = [...document.querySelectorAll('[role=tab]')].filter((tab) => tab instanceof HTMLButtonElement);

/** @param {HTMLButtonElement} tab */
const nameOf = (tab) => tab.id.slice('tab-'.length);
/** @type {(name: string) => void} */
let opened = () => {};

/** The name of the tab that is open. */
export const currentTab = () => {
  const open = tabs.find((tab) => tab.ariaSelected === 'true');
  return open === undefined ? '' : nameOf(open);
};

/** @param {string} name */
export function openTab(name) {
  for (const tab of tabs) {
    const isOpen = nameOf(tab) === name;
    tab.ariaSelected = String(isOpen);
    tab.tabIndex = isOpen ? 0 : -1;
    const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '');
    if (panel !== null) panel.hidden = !isOpen;
  }
  history.replaceState(null, '', `#${name}`);
  opened(name);
}

/** Opens the tab that the address names, else the first. @param {(name: string) => void} onOpen */
export function startTabs(onOpen) {
  for (const [index, tab] of tabs.entries()) {
    tab.onclick = () => openTab(nameOf(tab));
    tab.onkeydown = (event) => {
      const steps = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: -1 };
      const step = Object.entries(steps).find(([key]) => key === event.key)?.[1];
      const next = step === undefined ? undefined : tabs.at(step % tabs.length);
      if (next === undefined) return;
      event.preventDefault();
      openTab(nameOf(next));
      next.focus();
    };
  }
  const named = tabs.map(nameOf).find((name) => name === location.hash.slice(1));
  openTab(named ?? 'users');
  opened = onOpen;
}
