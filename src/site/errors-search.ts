/** Search of the error catalogue: hides what does not hold every word that was typed. */
const box = document.querySelector<HTMLInputElement>('#search');
const count = document.querySelector('#count');
const entries = [...document.querySelectorAll<HTMLElement>('.code')];

function show(): void {
  const words = (box?.value ?? '').toLowerCase().split(/\s+/);
  for (const entry of entries) {
    const text = (entry.textContent ?? '').toLowerCase();
    entry.hidden = !words.every((word) => text.includes(word));
  }
  if (count) count.textContent = `${entries.filter(({ hidden }) => !hidden).length} of ${entries.length} codes`;
}

box?.addEventListener('input', show);
addEventListener('hashchange', () => {
  if (!box || location.hash === '') return;
  box.value = '';
  show();
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
});
