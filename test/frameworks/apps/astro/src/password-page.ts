import { $clerkStore, $userStore } from '@clerk/astro/client';
import { isClerkAPIResponseError } from '@clerk/shared/error';

const form = document.querySelector<HTMLFormElement>('#change');
const show = (id: string, text = ''): void => {
  const element = document.getElementById(id);
  if (element) element.textContent = text;
};

$userStore.subscribe((user) => {
  if (!user || !form) return;
  form.hidden = false;
  show('who', user.primaryEmailAddress?.emailAddress);
  show('has', user.passwordEnabled ? 'has a password' : 'has no password');
});

form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const user = $userStore.get();
  const data = new FormData(form);
  const currentPassword = String(data.get('current'));
  const isRemoval = event.submitter?.id === 'remove-password';
  show('said', '…');
  try {
    if (isRemoval) await user?.removePassword({ currentPassword });
    else {
      await user?.updatePassword({
        newPassword: String(data.get('next')),
        ...(currentPassword !== '' && { currentPassword }),
        signOutOfOtherSessions: true,
      });
    }
    show('said', isRemoval ? 'Password removed' : 'Password changed');
  } catch (error) {
    const [first] = isClerkAPIResponseError(error) ? error.errors : [];
    show('said', first?.longMessage ?? String(error));
  }
});

document
  .querySelector('#sign-out')
  ?.addEventListener('click', () =>
    $clerkStore.get()?.signOut({ redirectUrl: '/' }),
  );
