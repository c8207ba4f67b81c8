import { SignIn, UserProfile, useClerk, useUser } from '@clerk/vue';
import { defineComponent, h, ref } from 'vue';

/** What the user may read: the sentence of the API, or of anything else that went wrong. */
const sentenceOf = (error: unknown): string => {
  const errors: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'errors') : undefined;
  const [first]: readonly { longMessage?: string }[] = Array.isArray(errors) ? errors : [];
  return first?.longMessage ?? String(error);
};

export const PasswordPage = defineComponent(() => {
  const { isLoaded, user } = useUser();
  const clerk = useClerk();
  const [current, next, said] = [ref(''), ref(''), ref('')];
  const attempt = async (work: () => Promise<unknown> | undefined, done: string) => {
    said.value = '…';
    try {
      await work();
      said.value = done;
    } catch (error) {
      said.value = sentenceOf(error);
    }
  };
  const change = () =>
    attempt(
      () =>
        user.value?.updatePassword({
          newPassword: next.value,
          ...(current.value !== '' && { currentPassword: current.value }),
          signOutOfOtherSessions: true,
        }),
      'Password changed',
    );
  const remove = () =>
    attempt(() => user.value?.removePassword({ currentPassword: current.value }), 'Password removed');
  const field = (name: string, value: typeof current) =>
    h('input', {
      name,
      type: 'password',
      'aria-label': name,
      value: value.value,
      onInput: ({ target }: Event) => {
        if (target instanceof HTMLInputElement) value.value = target.value;
      },
    });
  return () => {
    if (!isLoaded.value) return h('p', 'Loading');
    if (!user.value) return h(SignIn, { routing: 'hash', forceRedirectUrl: '/' });
    if (new URLSearchParams(location.search).has('profile')) return h(UserProfile, { routing: 'hash' });
    return [
      h('p', { id: 'who' }, user.value.primaryEmailAddress?.emailAddress),
      h('p', { id: 'has' }, user.value.passwordEnabled ? 'has a password' : 'has no password'),
      h('form', { id: 'change', onSubmit: (event: Event) => event.preventDefault() }, [
        field('current', current),
        field('next', next),
        h('button', { type: 'button', onClick: change }, 'Change'),
        h('button', { type: 'button', id: 'remove', onClick: remove }, 'Remove'),
        h('p', { id: 'said' }, said.value),
      ]),
      h('button', { id: 'sign-out', onClick: () => clerk.value?.signOut({ redirectUrl: '/' }) }, 'Sign out'),
    ];
  };
});
