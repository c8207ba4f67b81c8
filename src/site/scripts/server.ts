/** The server that the samples of the reference call. */
import { recall, remember } from './remember.ts';

export function switchServer(): void {
  const choice = document.querySelector<HTMLSelectElement>('#server');
  if (!choice) return;
  const show = (): void => {
    for (const place of document.querySelectorAll('.server')) place.textContent = choice.value;
  };
  const kept = recall('server');
  if (kept !== null && [...choice.options].some(({ value }) => value === kept)) {
    choice.value = kept;
    show();
  }
  choice.addEventListener('change', () => {
    show();
    remember('server', choice.value);
  });
}
