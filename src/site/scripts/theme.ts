/** The choice of light, dark, or what the system says. A script in the head applies it before the first paint. */
import { recall, remember } from './remember.ts';

const root = document.documentElement;

function apply(theme: string): void {
  if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme;
  else delete root.dataset['theme'];
  // The colour of the browser's own bars.
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    meta.dataset['own'] ??= meta.content;
    meta.content = theme === '' ? meta.dataset['own'] : getComputedStyle(document.body).backgroundColor;
  }
}

export function switchTheme(): void {
  const choice = document.querySelector<HTMLSelectElement>('#theme');
  if (!choice) return;
  const show = (): void => {
    choice.value = recall('theme') ?? '';
    apply(choice.value);
  };
  choice.addEventListener('change', () => {
    apply(choice.value);
    remember('theme', choice.value);
  });
  // Another tab has changed it.
  addEventListener('storage', ({ key }) => {
    if (key?.endsWith('.theme')) show();
  });
  // The browser shows the page again as it was left, for the Back button; meanwhile the reader may have chosen another.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) show();
  });
  show();
}
