/** Puts a copy button on each code sample of the reference. */
for (const sample of document.querySelectorAll<HTMLElement>('.sample')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    const text = sample.querySelector('pre')?.textContent ?? '';
    button.textContent = await navigator.clipboard.writeText(text).then(
      () => 'Copied',
      () => 'Not copied',
    );
  });
  button.addEventListener('blur', () => {
    button.textContent = 'Copy';
  });
  sample.append(button);
}
