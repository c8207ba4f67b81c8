import { $clerkStore, $userStore } from '@clerk/astro/client';

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
    // An error response of the API comes as an error with this list.
    const { errors } = error as { errors?: { longMessage?: string }[] };
    show('said', errors?.[0]?.longMessage ?? String(error));
  }
});

document
  .querySelector('#sign-out')
  ?.addEventListener('click', () =>
    $clerkStore.get()?.signOut({ redirectUrl: '/' }),
  );
