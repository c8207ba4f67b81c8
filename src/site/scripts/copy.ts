/** Puts a Copy button into the bar of each block of code. Where there is no clipboard, it marks the code and says how to copy it. */

/** The older way works where the clipboard is closed: on plain http, and in some browsers on pages from the disk. */
function copyMarked(code: Element): boolean {
  const selection = getSelection();
  selection?.selectAllChildren(code);
  const isCopied = document.execCommand('copy');
  if (isCopied) selection?.removeAllRanges();
  return isCopied;
}

async function copy(code: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(code.textContent);
    return true;
  } catch {
    return copyMarked(code);
  }
}

/** A button that copies the code and says so, also into `said`, which a screen reader reads. */
export function copyButton(code: Element, said: Element | null): HTMLButtonElement {
  const button = document.createElement('button');
  const show = (text: string): void => {
    button.textContent = text;
  };
  button.type = 'button';
  show('Copy');
  button.addEventListener('click', async () => {
    const text = (await copy(code))
      ? 'Copied'
      : /Mac|iPhone|iPad/.test(navigator.userAgent)
        ? 'Press ⌘C'
        : 'Press Ctrl+C';
    show(text);
    said?.replaceChildren(text);
  });
  button.addEventListener('blur', () => show('Copy'));
  return button;
}

export function addCopyButtons(): void {
  const samples = document.querySelectorAll('.sample pre');
  if (samples.length === 0) return;
  const said = document.createElement('p');
  said.className = 'unseen copied';
  said.role = 'status';
  document.body.append(said);
  for (const code of samples) code.closest('.sample')?.querySelector('.sample-bar')?.append(copyButton(code, said));
}
