/** On a page that is opened from the disk: says what does not work there, and how to serve the site. */
export function sayHowToServe(): void {
  if (location.protocol !== 'file:') return;
  const module = document.querySelector('script[type=module]');
  const note = document.createElement('p');
  note.className = 'note';
  note.append(
    module
      ? 'This page is open from your disk, where browsers do not run its form, its filter or its calls. '
      : 'This page is open from your disk. Search, tabs and Copy work; live examples do not. ',
    'To serve the site, run ',
    Object.assign(document.createElement('code'), { textContent: 'npm run docs -- --serve' }),
    ' in the project, or ',
    Object.assign(document.createElement('code'), { textContent: 'npx user-password-api emulator' }),
    ' and open /docs/.',
  );
  document.querySelector('main')?.prepend(note);
}
