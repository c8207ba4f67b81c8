/** Opens the search by its button, Ctrl+K, Cmd+K or `/`. The search and its index are loaded when it is opened first. */
import { recall } from './remember.ts';

/** Where the scripts of the site are. To be read while this one runs. */
const assets = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : '';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

export function openSearchByKey(): void {
  const button = document.querySelector<HTMLButtonElement>('#open-search');
  if (!button) return;
  const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
  const hint = button.querySelector('kbd');
  if (isMac && hint) hint.textContent = '⌘ K';
  let state: 'unloaded' | 'loading' | 'loaded' = 'unloaded';

  function open(): void {
    if (state === 'loaded') document.dispatchEvent(new Event('search:open'));
    if (state !== 'unloaded') return;
    state = 'loading';
    const script = document.createElement('script');
    script.src = new URL('search.js', assets).href;
    // It opens by itself when it runs.
    script.addEventListener('load', () => {
      state = 'loaded';
    });
    script.addEventListener('error', () => {
      state = 'unloaded';
      script.remove();
      button?.setAttribute('title', 'The search could not be loaded. Press again to retry.');
    });
    document.head.append(script);
  }

  button.addEventListener('click', open);
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    const isCommand =
      event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
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
