/** Opens the search by its button, Ctrl+K, Cmd+K or `/`. The search and its index are loaded when it is opened first. */
import { recall } from './remember.ts';

/** Where the scripts of the site are. To be read while this one runs. */
const assets = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : '';

/** A field that is not shown does not count: for a moment it keeps the focus after its dialog was closed. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.getClientRects().length > 0 &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

export function openSearchByKey(): void {
  const button = document.querySelector<HTMLButtonElement>('#open-search');
  if (/Mac|iPhone|iPad/.test(navigator.userAgent)) button?.querySelector('kbd')?.replaceChildren('⌘ K');
  const inside = [...(button?.childNodes ?? [])];
  let isAskedFor = false;

  function open(): void {
    // Nobody hears this before the script has run; when it has, it opens by itself.
    if (isAskedFor) {
      document.dispatchEvent(new Event('search:open'));
      return;
    }
    isAskedFor = true;
    const script = document.createElement('script');
    script.src = new URL('search.js', assets).href;
    script.addEventListener('error', () => {
      isAskedFor = false;
      script.remove();
      button?.replaceChildren('Retry search');
      button?.setAttribute('aria-label', 'Retry search: it could not be loaded');
      // So that a screen reader says it, wherever the reader was.
      button?.focus();
    });
    script.addEventListener('load', () => {
      button?.replaceChildren(...inside);
      button?.removeAttribute('aria-label');
    });
    document.head.append(script);
  }

  button?.addEventListener('click', open);
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    // On a keyboard with other letters, such as Cyrillic ones, the key at the place of K counts.
    const isK = event.key.toLowerCase() === 'k' || (event.code === 'KeyK' && !/^[a-z]$/i.test(event.key));
    const isCommand = isK && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    // A single key can be switched off in the search: people who speak to their computer may press it unintentionally.
    const isSlash =
      event.key === '/' &&
      !(event.ctrlKey || event.metaKey || event.altKey) &&
      !isTyping(event.target) &&
      recall('slash') !== 'off';
    if (!isCommand && !isSlash) return;
    event.preventDefault();
    open();
  });
}
