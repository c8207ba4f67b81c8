/** Asks with the dialog above. Pass it to `createClerk` as `ask`. */
export function askInDialog({
  wasWrong,
  signal,
}: {
  wasWrong: boolean;
  signal: AbortSignal;
}) {
  const dialog = document.querySelector<HTMLDialogElement>('#again');
  const field = document.querySelector<HTMLInputElement>('#again-password');
  const error = document.querySelector('#again-error');
  if (!dialog || !field || !error)
    throw new Error('The page lacks the dialog.');
  field.value = '';
  error.textContent = wasWrong
    ? 'That password is not right. Try again.'
    : '';
  const cancel = () => dialog.close('no');
  signal.addEventListener('abort', cancel);
  dialog.returnValue = 'no'; // stays if Escape closes the dialog
  dialog.showModal();
  return new Promise<string | undefined>((resolve) => {
    dialog.addEventListener(
      'close',
      () => {
        signal.removeEventListener('abort', cancel);
        resolve(dialog.returnValue === 'yes' ? field.value : undefined);
        field.value = '';
      },
      { once: true },
    );
  });
}
